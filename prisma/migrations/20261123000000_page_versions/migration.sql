-- Which state the page of a thread is in: a page kept in memory is shown only while its version is
-- still the one in here. Every write of what such a page shows sets it, by triggers, in the write's
-- own transaction; so no writer can forget it, and whoever sees the write sees the version.

-- CreateTable
CREATE TABLE "page_versions" (
    "thread_id" INTEGER NOT NULL,
    "by_thread_id" INTEGER NOT NULL,
    "version" BIGINT NOT NULL,

    CONSTRAINT "page_versions_pkey" PRIMARY KEY ("thread_id", "by_thread_id")
) WITH (fillfactor = 70);

-- The version is the number of the last transaction that changed something: none is used twice. A
-- row per thread changed and thread in which the cause was, so that transactions in two threads,
-- each of which changes the other's page, do not wait for one another in a circle.
CREATE FUNCTION set_page_version(changed integer, cause integer) RETURNS void LANGUAGE sql AS $$
  INSERT INTO page_versions AS kept (thread_id, by_thread_id, version)
  VALUES (changed, cause, pg_current_xact_id()::text::bigint)
  ON CONFLICT (thread_id, by_thread_id) DO UPDATE SET version = excluded.version
   WHERE kept.version <> excluded.version;
$$;

-- Threads whose pages show quotes of a post, or the answers to quotes in it.
CREATE FUNCTION threads_tied_to(post integer) RETURNS SETOF integer LANGUAGE sql STABLE AS $$
  SELECT quoter.thread_id FROM quotes q JOIN posts quoter ON quoter.id = q.post_id
   WHERE q.source_post_id = post
   UNION
  SELECT quoter.thread_id FROM quotes q JOIN posts quoter ON quoter.id = q.post_id
   WHERE q.source_post_id IS NULL AND q.candidate_post_ids @> ARRAY[post]
   UNION
  SELECT source.thread_id FROM quotes q JOIN posts source ON source.id = q.source_post_id
   WHERE q.post_id = post;
$$;

CREATE FUNCTION post_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  post posts := COALESCE(NEW, OLD);
BEGIN
  PERFORM set_page_version(post.thread_id, post.thread_id);
  -- A vote is seen where the post is. So is what has just been written, until it quotes something,
  -- which comes with its first revision.
  IF TG_OP = 'UPDATE' AND (OLD.thread_id, OLD.author_id, OLD.current_revision_id, OLD.hide_action_id, OLD.deleted_at)
       IS DISTINCT FROM (NEW.thread_id, NEW.author_id, NEW.current_revision_id, NEW.hide_action_id, NEW.deleted_at)
  THEN
    PERFORM set_page_version(tied, post.thread_id)
       FROM (SELECT OLD.thread_id UNION SELECT threads_tied_to(post.id)) AS others(tied)
      WHERE tied <> post.thread_id ORDER BY tied;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION thread_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  thread threads := COALESCE(NEW, OLD);
BEGIN
  PERFORM set_page_version(thread.id, thread.id);
  IF TG_OP = 'UPDATE' AND (OLD.board_id, OLD.author_id, OLD.hide_action_id)
       IS DISTINCT FROM (NEW.board_id, NEW.author_id, NEW.hide_action_id)
  THEN
    PERFORM set_page_version(tied, thread.id)
       FROM (SELECT DISTINCT threads_tied_to(p.id) FROM posts p WHERE p.thread_id = thread.id) AS others(tied)
      WHERE tied <> thread.id ORDER BY tied;
  END IF;
  RETURN NULL;
END $$;

-- A quoter who lets an edited quote stand.
CREATE FUNCTION quote_settled() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_page_version(p.thread_id, p.thread_id) FROM posts p WHERE p.id = NEW.post_id;
  RETURN NULL;
END $$;

-- Names that stand on the pages of any thread: thread 0 is the whole forum.
CREATE FUNCTION name_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_page_version(0, 0);
  RETURN NULL;
END $$;

-- At the end of the transaction: nobody waits for a version while somebody works, and its row is the
-- last that a transaction locks.
CREATE CONSTRAINT TRIGGER page_version AFTER INSERT OR UPDATE OR DELETE ON posts
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION post_changed();
CREATE CONSTRAINT TRIGGER page_version AFTER INSERT OR UPDATE OR DELETE ON threads
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION thread_changed();
CREATE CONSTRAINT TRIGGER page_version AFTER UPDATE OF settled_at ON quotes
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION quote_settled();
CREATE CONSTRAINT TRIGGER page_version AFTER UPDATE OF username ON users
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION name_changed();
CREATE CONSTRAINT TRIGGER page_version AFTER UPDATE OR DELETE ON boards
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION name_changed();
