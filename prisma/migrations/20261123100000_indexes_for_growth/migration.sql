-- DropIndex
DROP INDEX "quotes_changed_at_idx";

-- AlterTable
ALTER TABLE "quotes" ADD COLUMN     "changed_for" INTEGER;

-- CreateIndex
CREATE INDEX "users_role_idx" ON "users"("role");

-- CreateIndex
CREATE INDEX "rate_limits_expire_idx" ON "rate_limits"("expire");



-- What Prisma's schema can't say.

-- A thread has one opening post: lists ask for those of thirty threads, and without this went through
-- the index entries of all opening posts there are.
CREATE UNIQUE INDEX "posts_opening_idx" ON "posts"("thread_id") WHERE "parent_id" IS NULL;

-- How many threads a board has, counted from the index alone.
CREATE INDEX "threads_listed_idx" ON "threads"("board_id") WHERE "hide_action_id" IS NULL;

-- The quotes that wait for one person: every page counts them for who is signed in.
UPDATE "quotes" q SET "changed_for" = p."author_id"
  FROM "posts" p WHERE p."id" = q."post_id" AND q."changed_at" IS NOT NULL;
CREATE INDEX "quotes_changed_for_idx" ON "quotes"("changed_for", "changed_at" DESC)
  WHERE "changed_for" IS NOT NULL AND "settled_at" IS NULL;

-- The quotes that may have come from a post: each edit of the post asks for them.
CREATE INDEX "quotes_candidates_idx" ON "quotes" USING gin ("candidate_post_ids")
  WHERE "source_post_id" IS NULL;
