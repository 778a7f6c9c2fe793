-- What Prisma's schema can't say: merges and splits are in the log of the other thread, too. Few actions
-- have one.
CREATE INDEX "moderation_actions_other_thread_idx" ON "moderation_actions"("other_thread_id")
  WHERE "other_thread_id" IS NOT NULL;
