-- CreateEnum
CREATE TYPE "moderation_basis" AS ENUM ('own', 'report', 'automatic');

-- CreateEnum
CREATE TYPE "report_kind" AS ENUM ('rule', 'illegal');

-- CreateEnum
CREATE TYPE "case_outcome" AS ENUM ('acted', 'dismissed');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "moderation_kind" ADD VALUE 'pin';
ALTER TYPE "moderation_kind" ADD VALUE 'unpin';
ALTER TYPE "moderation_kind" ADD VALUE 'move';
ALTER TYPE "moderation_kind" ADD VALUE 'merge';
ALTER TYPE "moderation_kind" ADD VALUE 'split';
ALTER TYPE "moderation_kind" ADD VALUE 'off_topic';
ALTER TYPE "moderation_kind" ADD VALUE 'on_topic';
ALTER TYPE "moderation_kind" ADD VALUE 'slow';
ALTER TYPE "moderation_kind" ADD VALUE 'warn';
ALTER TYPE "moderation_kind" ADD VALUE 'suspend';
ALTER TYPE "moderation_kind" ADD VALUE 'ban';
ALTER TYPE "moderation_kind" ADD VALUE 'lift';
ALTER TYPE "moderation_kind" ADD VALUE 'hold';
ALTER TYPE "moderation_kind" ADD VALUE 'approve';

-- DropForeignKey
ALTER TABLE "moderation_actions" DROP CONSTRAINT "moderation_actions_actor_id_fkey";

-- DropForeignKey
ALTER TABLE "moderation_actions" DROP CONSTRAINT "moderation_actions_thread_id_fkey";

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "restrict_action_id" INTEGER;

-- AlterTable
ALTER TABLE "boards" ADD COLUMN     "held_domains" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "held_words" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "hold_first" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "refused_domains" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "refused_words" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "threads" ADD COLUMN     "merged_into_id" INTEGER,
ADD COLUMN     "pin_action_id" INTEGER,
ADD COLUMN     "slow_action_id" INTEGER,
ADD COLUMN     "slow_minutes" INTEGER;

-- AlterTable
ALTER TABLE "posts" ADD COLUMN     "off_topic_action_id" INTEGER;

-- AlterTable
ALTER TABLE "moderation_actions" ADD COLUMN     "basis" "moderation_basis" NOT NULL DEFAULT 'own',
ADD COLUMN     "branch" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "from_board_id" INTEGER,
ADD COLUMN     "minutes" INTEGER,
ADD COLUMN     "note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "other_thread_id" INTEGER,
ADD COLUMN     "rule_id" INTEGER,
ADD COLUMN     "to_board_id" INTEGER,
ADD COLUMN     "touched" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "undoes_id" INTEGER,
ADD COLUMN     "until" TIMESTAMPTZ(3),
ADD COLUMN     "user_id" INTEGER,
ALTER COLUMN "actor_id" DROP NOT NULL,
ALTER COLUMN "thread_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "rules" (
    "id" SERIAL NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "rules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "moved_posts" (
    "action_id" INTEGER NOT NULL,
    "post_id" INTEGER NOT NULL,
    "thread_id" INTEGER NOT NULL,
    "parent_id" INTEGER,

    CONSTRAINT "moved_posts_pkey" PRIMARY KEY ("action_id","post_id")
);

-- CreateTable
CREATE TABLE "statements" (
    "id" SERIAL NOT NULL,
    "action_id" INTEGER NOT NULL,
    "user_id" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "statements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_cases" (
    "id" SERIAL NOT NULL,
    "post_id" INTEGER NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "taken_by_id" INTEGER,
    "taken_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" INTEGER,
    "outcome" "case_outcome",
    "action_id" INTEGER,
    "answer" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "report_cases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reports" (
    "id" SERIAL NOT NULL,
    "case_id" INTEGER NOT NULL,
    "kind" "report_kind" NOT NULL,
    "rule_id" INTEGER,
    "explanation" TEXT NOT NULL,
    "address" TEXT,
    "good_faith" BOOLEAN NOT NULL DEFAULT false,
    "reporter_id" INTEGER,
    "reporter_name" TEXT,
    "reporter_email" TEXT,
    "receipt_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_notes" (
    "id" SERIAL NOT NULL,
    "case_id" INTEGER NOT NULL,
    "author_id" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "case_notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appeals" (
    "id" SERIAL NOT NULL,
    "action_id" INTEGER,
    "case_id" INTEGER,
    "user_id" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" INTEGER,
    "upheld" BOOLEAN,
    "answer" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "appeals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "blocks" (
    "user_id" INTEGER NOT NULL,
    "blocked_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "blocks_pkey" PRIMARY KEY ("user_id","blocked_id")
);

-- CreateTable
CREATE TABLE "thread_mutes" (
    "user_id" INTEGER NOT NULL,
    "thread_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "thread_mutes_pkey" PRIMARY KEY ("user_id","thread_id")
);

-- CreateIndex
CREATE INDEX "moved_posts_post_id_idx" ON "moved_posts"("post_id");

-- CreateIndex
CREATE INDEX "statements_user_id_id_idx" ON "statements"("user_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "statements_action_id_user_id_key" ON "statements"("action_id", "user_id");

-- CreateIndex
CREATE INDEX "report_cases_post_id_idx" ON "report_cases"("post_id");

-- CreateIndex
CREATE INDEX "report_cases_decided_at_opened_at_idx" ON "report_cases"("decided_at", "opened_at");

-- CreateIndex
CREATE UNIQUE INDEX "reports_receipt_hash_key" ON "reports"("receipt_hash");

-- CreateIndex
CREATE INDEX "reports_case_id_idx" ON "reports"("case_id");

-- CreateIndex
CREATE INDEX "reports_reporter_id_id_idx" ON "reports"("reporter_id", "id");

-- CreateIndex
CREATE INDEX "reports_created_at_idx" ON "reports"("created_at");

-- CreateIndex
CREATE INDEX "case_notes_case_id_id_idx" ON "case_notes"("case_id", "id");

-- CreateIndex
CREATE INDEX "appeals_decided_at_created_at_idx" ON "appeals"("decided_at", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "appeals_action_id_user_id_key" ON "appeals"("action_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "appeals_case_id_user_id_key" ON "appeals"("case_id", "user_id");

-- CreateIndex
CREATE INDEX "blocks_blocked_id_idx" ON "blocks"("blocked_id");

-- CreateIndex
CREATE INDEX "thread_mutes_thread_id_idx" ON "thread_mutes"("thread_id");

-- CreateIndex

-- CreateIndex
CREATE INDEX "moderation_actions_user_id_id_idx" ON "moderation_actions"("user_id", "id");

-- CreateIndex
CREATE INDEX "moderation_actions_actor_id_id_idx" ON "moderation_actions"("actor_id", "id");

-- CreateIndex
CREATE INDEX "moderation_actions_created_at_id_idx" ON "moderation_actions"("created_at", "id");

-- CreateIndex
CREATE INDEX "moderation_actions_undoes_id_idx" ON "moderation_actions"("undoes_id");

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_restrict_action_id_fkey" FOREIGN KEY ("restrict_action_id") REFERENCES "moderation_actions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "threads" ADD CONSTRAINT "threads_pin_action_id_fkey" FOREIGN KEY ("pin_action_id") REFERENCES "moderation_actions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "threads" ADD CONSTRAINT "threads_slow_action_id_fkey" FOREIGN KEY ("slow_action_id") REFERENCES "moderation_actions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "threads" ADD CONSTRAINT "threads_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "threads"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "posts" ADD CONSTRAINT "posts_off_topic_action_id_fkey" FOREIGN KEY ("off_topic_action_id") REFERENCES "moderation_actions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_actions" ADD CONSTRAINT "moderation_actions_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_actions" ADD CONSTRAINT "moderation_actions_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "threads"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_actions" ADD CONSTRAINT "moderation_actions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_actions" ADD CONSTRAINT "moderation_actions_rule_id_fkey" FOREIGN KEY ("rule_id") REFERENCES "rules"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_actions" ADD CONSTRAINT "moderation_actions_undoes_id_fkey" FOREIGN KEY ("undoes_id") REFERENCES "moderation_actions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moved_posts" ADD CONSTRAINT "moved_posts_action_id_fkey" FOREIGN KEY ("action_id") REFERENCES "moderation_actions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moved_posts" ADD CONSTRAINT "moved_posts_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "posts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statements" ADD CONSTRAINT "statements_action_id_fkey" FOREIGN KEY ("action_id") REFERENCES "moderation_actions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statements" ADD CONSTRAINT "statements_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_cases" ADD CONSTRAINT "report_cases_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "posts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_cases" ADD CONSTRAINT "report_cases_action_id_fkey" FOREIGN KEY ("action_id") REFERENCES "moderation_actions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "report_cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_rule_id_fkey" FOREIGN KEY ("rule_id") REFERENCES "rules"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_notes" ADD CONSTRAINT "case_notes_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "report_cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_blocked_id_fkey" FOREIGN KEY ("blocked_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_mutes" ADD CONSTRAINT "thread_mutes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_mutes" ADD CONSTRAINT "thread_mutes_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "threads"("id") ON DELETE CASCADE ON UPDATE CASCADE;




-- What Prisma's schema can't say.

-- What was done, and that those concerned were told, is never edited and never deleted.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rows of % are never edited or deleted.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER never_edited BEFORE UPDATE OR DELETE ON moderation_actions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON moderation_actions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Each action is about one thing: a person, or a thread (and perhaps a post in it).
ALTER TABLE "moderation_actions" ADD CONSTRAINT "moderation_actions_target"
  CHECK (("user_id" IS NULL) <> ("thread_id" IS NULL));

-- One open case per post: reports that come at the same time meet in it.
CREATE UNIQUE INDEX "report_cases_open_idx" ON "report_cases"("post_id") WHERE "decided_at" IS NULL;
-- A member reports a post once per case.
CREATE UNIQUE INDEX "reports_once_idx" ON "reports"("case_id", "reporter_id") WHERE "reporter_id" IS NOT NULL;

-- Unread statements, which every page counts for who is signed in.
CREATE INDEX "statements_unread_idx" ON "statements"("user_id") WHERE "read_at" IS NULL;

-- Those that lists begin with.
CREATE INDEX "threads_pinned_idx" ON "threads"("board_id") WHERE "pin_action_id" IS NOT NULL;

-- Rules to begin with; admins change them.
INSERT INTO "rules" ("position", "title", "text") VALUES
  (1, 'Personal attacks', 'Answer what somebody says, not who they are.'),
  (2, 'Off topic', 'Keep to what the thread is about.'),
  (3, 'Spam', 'No advertising, and nothing posted over and over.'),
  (4, 'Private data', 'Publish nothing about others that is theirs to publish.'),
  (5, 'Illegal content', 'Nothing that the law forbids.'),
  (6, 'Bad faith', 'No misquoting on purpose, no posts meant to derail.');

-- How many threads a board has, counted from the index alone.
DROP INDEX "threads_listed_idx";
CREATE INDEX "threads_listed_idx" ON "threads"("board_id")
  WHERE "hide_action_id" IS NULL AND "merged_into_id" IS NULL;
