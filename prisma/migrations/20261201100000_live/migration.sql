-- What open pages are told, and what is remembered of reading. Changes are appended by triggers, in the
-- transaction of the write, so that no writer can forget them; web processes are woken by NOTIFY and read
-- what is new by the snapshot that they saw last (docs/decisions/0013-live.md).

-- CreateTable
CREATE TABLE "live_changes" (
    "id" BIGSERIAL NOT NULL,
    "thread_id" INTEGER NOT NULL,
    "post_id" INTEGER,
    "kind" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "version" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "live_changes_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "live_changes_version_idx" ON "live_changes"("version");
CREATE INDEX "live_changes_thread_id_version_idx" ON "live_changes"("thread_id", "version");
CREATE INDEX "live_changes_created_at_idx" ON "live_changes"("created_at");

-- CreateTable
CREATE TABLE "thread_visits" (
    "user_id" INTEGER NOT NULL,
    "thread_id" INTEGER NOT NULL,
    "seen_post_id" INTEGER NOT NULL,
    "shown_post_id" INTEGER NOT NULL,
    "visited_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "thread_visits_pkey" PRIMARY KEY ("user_id", "thread_id")
);
CREATE INDEX "thread_visits_thread_id_idx" ON "thread_visits"("thread_id");
ALTER TABLE "thread_visits" ADD CONSTRAINT "thread_visits_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "thread_visits" ADD CONSTRAINT "thread_visits_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "threads"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateTable
CREATE TABLE "folds" (
    "user_id" INTEGER NOT NULL,
    "post_id" INTEGER NOT NULL,
    "thread_id" INTEGER NOT NULL,
    "folded" BOOLEAN NOT NULL,

    CONSTRAINT "folds_pkey" PRIMARY KEY ("user_id", "post_id")
);
CREATE INDEX "folds_user_id_thread_id_idx" ON "folds"("user_id", "thread_id");
CREATE INDEX "folds_post_id_idx" ON "folds"("post_id");
ALTER TABLE "folds" ADD CONSTRAINT "folds_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "folds" ADD CONSTRAINT "folds_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "posts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateTable
CREATE TABLE "reading_settings" (
    "user_id" INTEGER NOT NULL,
    "keys" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "reading_settings_pkey" PRIMARY KEY ("user_id")
);
ALTER TABLE "reading_settings" ADD CONSTRAINT "reading_settings_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One transaction notifies once however much it changes: equal payloads are sent once.
CREATE FUNCTION record_live_change(thread integer, post integer, kind text, before text) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO live_changes (thread_id, post_id, kind, before, version)
  VALUES (thread, post, kind, before, pg_current_xact_id()::text::bigint);
  SELECT pg_notify('rejoinder_live', 'changes');
$$;

-- Tells the open pages of one person that something of theirs is new: an event is a lower-case word.
CREATE FUNCTION tell_person(person integer, event text) RETURNS void LANGUAGE sql AS $$
  SELECT pg_notify('rejoinder_live', person || ' ' || event);
$$;

CREATE FUNCTION post_standing(hide_action integer, deleted timestamptz) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN hide_action IS NOT NULL THEN 'hidden' WHEN deleted IS NOT NULL THEN 'deleted' ELSE 'open' END;
$$;

-- The posts that show a quote of this one, wherever they are.
CREATE FUNCTION record_quoters(source integer, kind text) RETURNS void LANGUAGE sql AS $$
  SELECT record_live_change(quoter.thread_id, quoter.id, kind, post_standing(quoter.hide_action_id, quoter.deleted_at))
    FROM posts quoter
   WHERE quoter.id IN (
     SELECT q.post_id FROM quotes q WHERE q.source_post_id = source
      UNION
     SELECT q.post_id FROM quotes q
      WHERE q.source_post_id IS NULL AND q.candidate_post_ids @> ARRAY[source])
     AND quoter.id <> source;
$$;

CREATE FUNCTION post_announced() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before text;
BEGIN
  IF TG_OP = 'INSERT' THEN
    -- What an import brings from long ago is nobody's news.
    IF NEW.parent_id IS NOT NULL AND NEW.created_at > now() - interval '1 hour' THEN
      PERFORM record_live_change(NEW.thread_id, NEW.id, 'post', 'absent');
    END IF;
    RETURN NULL;
  END IF;
  before := post_standing(OLD.hide_action_id, OLD.deleted_at);
  IF OLD.thread_id <> NEW.thread_id THEN
    PERFORM record_live_change(OLD.thread_id, NEW.id, 'post', before);
    PERFORM record_live_change(NEW.thread_id, NEW.id, 'post', 'absent');
  -- Its first revision is a part of its being written.
  ELSIF OLD.current_revision_id IS NOT NULL
        AND (OLD.current_revision_id, OLD.hide_action_id, OLD.deleted_at, OLD.off_topic_action_id)
            IS DISTINCT FROM
            (NEW.current_revision_id, NEW.hide_action_id, NEW.deleted_at, NEW.off_topic_action_id)
        OR OLD.hide_action_id IS DISTINCT FROM NEW.hide_action_id
  THEN
    PERFORM record_live_change(NEW.thread_id, NEW.id, 'post', before);
  ELSE
    RETURN NULL;
  END IF;
  IF OLD.hide_action_id IS NULL AND NEW.hide_action_id IS NOT NULL THEN
    PERFORM record_quoters(NEW.id, 'redacted');
  ELSIF (OLD.current_revision_id, OLD.hide_action_id, OLD.deleted_at)
        IS DISTINCT FROM (NEW.current_revision_id, NEW.hide_action_id, NEW.deleted_at) THEN
    PERFORM record_quoters(NEW.id, 'quote');
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION thread_announced() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before text := CASE WHEN OLD.merged_into_id IS NOT NULL THEN 'absent'
                      WHEN OLD.hide_action_id IS NOT NULL THEN 'hidden' ELSE 'open' END;
BEGIN
  PERFORM record_live_change(NEW.id, NULL, 'thread', before);
  IF OLD.hide_action_id IS DISTINCT FROM NEW.hide_action_id THEN
    PERFORM record_quoters(p.id, CASE WHEN NEW.hide_action_id IS NULL THEN 'quote' ELSE 'redacted' END)
       FROM posts p WHERE p.thread_id = NEW.id;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION standing_announced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_person(COALESCE(NEW.user_id, OLD.user_id), 'standing');
  RETURN NULL;
END $$;

CREATE FUNCTION person_announced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_person(NEW.id, 'standing');
  RETURN NULL;
END $$;

-- Votes fire none of these: they are written too often, and no open page counts along.
CREATE TRIGGER announce AFTER INSERT
  OR UPDATE OF thread_id, current_revision_id, hide_action_id, deleted_at, off_topic_action_id
  ON posts FOR EACH ROW EXECUTE FUNCTION post_announced();
CREATE TRIGGER announce AFTER UPDATE OF hide_action_id, merged_into_id, board_id, lock_action_id, slow_action_id, title
  ON threads FOR EACH ROW
  WHEN ((OLD.hide_action_id, OLD.merged_into_id, OLD.board_id, OLD.lock_action_id, OLD.slow_action_id, OLD.title)
        IS DISTINCT FROM
        (NEW.hide_action_id, NEW.merged_into_id, NEW.board_id, NEW.lock_action_id, NEW.slow_action_id, NEW.title))
  EXECUTE FUNCTION thread_announced();

-- Who a session belongs to, and what they may see, is asked again by their open streams.
CREATE TRIGGER announce AFTER DELETE ON sessions FOR EACH ROW EXECUTE FUNCTION standing_announced();
CREATE TRIGGER announce AFTER INSERT OR DELETE ON board_moderators
  FOR EACH ROW EXECUTE FUNCTION standing_announced();
CREATE TRIGGER announce AFTER INSERT OR DELETE ON blocks
  FOR EACH ROW EXECUTE FUNCTION standing_announced();
CREATE TRIGGER announce AFTER UPDATE OF restrict_action_id, role ON users FOR EACH ROW
  WHEN ((OLD.restrict_action_id, OLD.role) IS DISTINCT FROM (NEW.restrict_action_id, NEW.role))
  EXECUTE FUNCTION person_announced();
