-- What is new for somebody: docs/decisions/0015-notices.md.

-- CreateEnum
CREATE TYPE "notice_kind" AS ENUM ('post', 'changed', 'statement', 'report', 'appeal');

-- CreateEnum
CREATE TYPE "notice_reason" AS ENUM ('reply', 'quote', 'mention', 'watch');

-- CreateEnum
CREATE TYPE "watch_level" AS ENUM ('watch', 'follow');

-- CreateEnum
CREATE TYPE "mail_pace" AS ENUM ('at_once', 'digest', 'never');

-- CreateTable
CREATE TABLE "notices" (
    "id" SERIAL NOT NULL,
    "user_id" INTEGER NOT NULL,
    "kind" "notice_kind" NOT NULL,
    "subject_id" INTEGER NOT NULL,
    "post_id" INTEGER,
    "reasons" "notice_reason"[] DEFAULT ARRAY[]::"notice_reason"[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "thread_watches" (
    "user_id" INTEGER NOT NULL,
    "thread_id" INTEGER NOT NULL,
    "level" "watch_level" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "thread_watches_pkey" PRIMARY KEY ("user_id", "thread_id")
);

-- CreateTable
CREATE TABLE "notice_settings" (
    "user_id" INTEGER NOT NULL,
    "watch_opened" BOOLEAN NOT NULL DEFAULT false,
    "watch_answered" BOOLEAN NOT NULL DEFAULT false,
    "mail_reply" "mail_pace" NOT NULL DEFAULT 'digest',
    "mail_quote" "mail_pace" NOT NULL DEFAULT 'digest',
    "mail_mention" "mail_pace" NOT NULL DEFAULT 'digest',
    "mail_watch" "mail_pace" NOT NULL DEFAULT 'never',
    "mail_changed" "mail_pace" NOT NULL DEFAULT 'digest',
    "mail_decision" "mail_pace" NOT NULL DEFAULT 'at_once',

    CONSTRAINT "notice_settings_pkey" PRIMARY KEY ("user_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "notices_user_id_kind_subject_id_key" ON "notices"("user_id", "kind", "subject_id");

-- CreateIndex
CREATE INDEX "notices_user_id_id_idx" ON "notices"("user_id", "id");

-- What every page of somebody who is signed in counts.
CREATE INDEX "notices_unread_idx" ON "notices"("user_id", "id") WHERE "read_at" IS NULL;

-- CreateIndex
CREATE INDEX "thread_watches_thread_id_level_idx" ON "thread_watches"("thread_id", "level");

-- AddForeignKey
ALTER TABLE "notices" ADD CONSTRAINT "notices_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notices" ADD CONSTRAINT "notices_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "posts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_watches" ADD CONSTRAINT "thread_watches_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_watches" ADD CONSTRAINT "thread_watches_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "threads"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_settings" ADD CONSTRAINT "notice_settings_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What moderators decide is told in the transaction that decides it, by triggers: no command can forget
-- to, neither those of today nor those to come.
CREATE FUNCTION statements_made() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO notices (user_id, kind, subject_id)
  SELECT user_id, 'statement', id FROM made ORDER BY id
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

CREATE TRIGGER notices AFTER INSERT ON statements
  REFERENCING NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION statements_made();

-- A statement that was read is told no more.
CREATE FUNCTION statement_read() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE notices SET read_at = NEW.read_at
   WHERE user_id = NEW.user_id AND kind = 'statement' AND subject_id = NEW.id AND read_at IS NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER notice_read AFTER UPDATE OF read_at ON statements
  FOR EACH ROW WHEN (NEW.read_at IS NOT NULL) EXECUTE FUNCTION statement_read();

-- An answer to a report; anew, where the case was opened again and decided anew. Of one decision a
-- person is told once: as the reporter, rather than as somebody whose quote it redacts.
CREATE FUNCTION case_decided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM notices n USING statements s, reports r
   WHERE r.case_id = NEW.id AND s.action_id = NEW.action_id AND s.user_id = r.reporter_id
     AND n.user_id = s.user_id AND n.kind = 'statement' AND n.subject_id = s.id
     AND n.created_at = now()::timestamptz(3);
  DELETE FROM notices n USING reports r
   WHERE r.case_id = NEW.id AND n.user_id = r.reporter_id
     AND n.kind = 'report' AND n.subject_id = NEW.id;
  INSERT INTO notices (user_id, kind, subject_id)
  SELECT DISTINCT reporter_id, 'report'::notice_kind, NEW.id FROM reports
   WHERE case_id = NEW.id AND reporter_id IS NOT NULL
     AND reporter_id IS DISTINCT FROM NEW.decided_by_id
   ORDER BY 1
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

CREATE TRIGGER notices AFTER UPDATE OF decided_at ON report_cases FOR EACH ROW
  WHEN (NEW.decided_at IS NOT NULL AND OLD.decided_at IS DISTINCT FROM NEW.decided_at)
  EXECUTE FUNCTION case_decided();

-- An answer to an appeal; what it takes back is told by it, not a second time.
CREATE FUNCTION appeal_decided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM notices n USING statements s, moderation_actions a
   WHERE a.undoes_id = NEW.action_id AND s.action_id = a.id AND s.user_id = NEW.user_id
     AND n.user_id = NEW.user_id AND n.kind = 'statement' AND n.subject_id = s.id
     AND n.read_at IS NULL;
  INSERT INTO notices (user_id, kind, subject_id) VALUES (NEW.user_id, 'appeal', NEW.id)
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

CREATE TRIGGER notices AFTER UPDATE OF decided_at ON appeals FOR EACH ROW
  WHEN (NEW.decided_at IS NOT NULL AND OLD.decided_at IS NULL)
  EXECUTE FUNCTION appeal_decided();

-- Statements that nobody has read yet.
INSERT INTO notices (user_id, kind, subject_id, created_at)
SELECT user_id, 'statement', id, created_at FROM statements WHERE read_at IS NULL ORDER BY id;

-- The open pages of whoever has something new, or has read it elsewhere, ask for their count again.
CREATE FUNCTION notices_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_person(told.user_id, 'notices')
     FROM (SELECT DISTINCT user_id FROM changed ORDER BY user_id) AS told;
  RETURN NULL;
END $$;

CREATE TRIGGER live_made AFTER INSERT ON notices
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION notices_changed();
CREATE TRIGGER live_changed AFTER UPDATE ON notices
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION notices_changed();
