-- Search: what people wrote, by its words, kept by triggers in the transaction of each write
-- (docs/decisions/0016-search.md).

-- Both come with PostgreSQL and are trusted: the owner of the database may create them.
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Words without accents, and in English without their endings. None is left out as too common: what is
-- one in English ("die", "was", "will") says something in other languages, and phrases need all of them.
CREATE TEXT SEARCH DICTIONARY forum_stem (TEMPLATE = snowball, Language = english);
CREATE TEXT SEARCH CONFIGURATION forum (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION forum
  ALTER MAPPING FOR asciiword, word, hword, asciihword, hword_part, hword_asciipart
  WITH unaccent, forum_stem;

-- CreateTable
CREATE TABLE "search_posts" (
    "post_id" INTEGER NOT NULL,
    "thread_id" INTEGER NOT NULL,
    "board_id" INTEGER NOT NULL,
    "author_id" INTEGER NOT NULL,
    "revision_id" INTEGER NOT NULL,
    "opening" BOOLEAN NOT NULL,
    "open" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "words" tsvector NOT NULL,
    "title" tsvector,

    CONSTRAINT "search_posts_pkey" PRIMARY KEY ("post_id")
) WITH (fillfactor = 85, toast_tuple_target = 128);

-- The words stand apart from the row: who may see it, when and by whom it was written are in a table of a
-- tenth of the size, which is what a search with many hits reads. They are read for ranking alone.
ALTER TABLE "search_posts" ALTER COLUMN "words" SET STORAGE EXTERNAL;
ALTER TABLE "search_posts" ALTER COLUMN "title" SET STORAGE MAIN;

-- CreateIndex
CREATE INDEX "search_posts_thread_id_idx" ON "search_posts"("thread_id");

-- CreateIndex
CREATE INDEX "search_posts_created_at_post_id_idx" ON "search_posts"("created_at" DESC, "post_id" DESC);

-- CreateIndex
CREATE INDEX "search_posts_author_id_created_at_idx" ON "search_posts"("author_id", "created_at" DESC);

-- What Prisma's schema can't say. Words of new posts wait in a list of at most half a megabyte, which
-- every search reads too, until they are put into the index together.
CREATE INDEX "search_posts_words_idx" ON "search_posts" USING gin ("words")
  WITH (fastupdate = on, gin_pending_list_limit = 512);
CREATE INDEX "search_posts_title_idx" ON "search_posts" USING gin ("title")
  WITH (fastupdate = on, gin_pending_list_limit = 128) WHERE "title" IS NOT NULL;
CREATE INDEX "quotes_words_idx" ON "quotes" USING gin (to_tsvector('forum', "exact"))
  WITH (fastupdate = on, gin_pending_list_limit = 256);

-- What a post is found by, from what is stored of it now: its own text and, of an opening post, the title.
CREATE VIEW search_posts_now AS
  SELECT p.id AS post_id, p.thread_id, t.board_id, p.author_id, r.id AS revision_id,
         p.parent_id IS NULL AS opening,
         p.hide_action_id IS NULL AND p.deleted_at IS NULL
           AND t.hide_action_id IS NULL AND t.merged_into_id IS NULL AS open,
         p.created_at,
         CASE WHEN p.parent_id IS NULL
              THEN setweight(to_tsvector('forum', left(t.title, 1000)), 'A') || to_tsvector('forum', left(r.own_text, 100000))
              ELSE to_tsvector('forum', left(r.own_text, 100000)) END AS words,
         CASE WHEN p.parent_id IS NULL THEN to_tsvector('forum', left(t.title, 1000)) END AS title
    FROM posts p
    JOIN threads t ON t.id = p.thread_id
    JOIN revisions r ON r.id = p.current_revision_id;

CREATE FUNCTION index_post(post integer) RETURNS void LANGUAGE sql AS $$
  INSERT INTO search_posts AS known SELECT * FROM search_posts_now WHERE post_id = post
  ON CONFLICT (post_id) DO UPDATE
     SET thread_id = excluded.thread_id, board_id = excluded.board_id, author_id = excluded.author_id,
         revision_id = excluded.revision_id, opening = excluded.opening, open = excluded.open,
         created_at = excluded.created_at, words = excluded.words, title = excluded.title;
$$;

CREATE FUNCTION search_post_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM search_posts WHERE post_id = OLD.id;
  ELSIF TG_OP = 'UPDATE'
    AND OLD.current_revision_id IS NOT DISTINCT FROM NEW.current_revision_id
    AND (OLD.parent_id IS NULL) = (NEW.parent_id IS NULL)
    AND (OLD.thread_id = NEW.thread_id OR NEW.parent_id IS NOT NULL)
  THEN
    -- Its words are what they were.
    UPDATE search_posts s
       SET thread_id = t.id, board_id = t.board_id, author_id = NEW.author_id,
           created_at = NEW.created_at,
           open = NEW.hide_action_id IS NULL AND NEW.deleted_at IS NULL
                  AND t.hide_action_id IS NULL AND t.merged_into_id IS NULL
      FROM threads t WHERE t.id = NEW.thread_id AND s.post_id = NEW.id;
  ELSE
    PERFORM index_post(NEW.id);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION search_thread_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.title <> NEW.title THEN
    PERFORM index_post(p.id) FROM posts p WHERE p.thread_id = NEW.id AND p.parent_id IS NULL;
  END IF;
  IF (OLD.board_id, OLD.hide_action_id, OLD.merged_into_id)
     IS DISTINCT FROM (NEW.board_id, NEW.hide_action_id, NEW.merged_into_id)
  THEN
    UPDATE search_posts s
       SET board_id = NEW.board_id,
           open = p.hide_action_id IS NULL AND p.deleted_at IS NULL
                  AND NEW.hide_action_id IS NULL AND NEW.merged_into_id IS NULL
      FROM posts p WHERE p.id = s.post_id AND s.thread_id = NEW.id;
  END IF;
  RETURN NULL;
END $$;

-- A vote names none of these columns, so it is none of search's business.
CREATE TRIGGER search_insert AFTER INSERT ON posts
  FOR EACH ROW WHEN (NEW.current_revision_id IS NOT NULL) EXECUTE FUNCTION search_post_changed();
CREATE TRIGGER search_update
  AFTER UPDATE OF thread_id, parent_id, author_id, created_at, deleted_at, hide_action_id, current_revision_id ON posts
  FOR EACH ROW WHEN (NEW.current_revision_id IS NOT NULL) EXECUTE FUNCTION search_post_changed();
CREATE TRIGGER search_delete AFTER DELETE ON posts
  FOR EACH ROW EXECUTE FUNCTION search_post_changed();
CREATE TRIGGER search_update AFTER UPDATE OF title, board_id, hide_action_id, merged_into_id ON threads
  FOR EACH ROW EXECUTE FUNCTION search_thread_changed();

-- What was written before there was a search.
INSERT INTO search_posts SELECT * FROM search_posts_now ORDER BY post_id;

-- A search as PostgreSQL asks for it. Whatever somebody typed is text here: no sign in it is an operator.
--
-- words    all must stand in it, anywhere
-- phrases  each must stand in it, word by word
-- prefixes letters and digits only: some word begins so
-- without  none of these words or phrases may stand in it
CREATE FUNCTION forum_query(words text, phrases text[], prefixes text[], without text[])
RETURNS tsquery LANGUAGE sql STABLE AS $$
  SELECT plainto_tsquery('forum', words)
         && coalesce((SELECT string_agg('(' || nullif(phraseto_tsquery('forum', each)::text, '') || ')', ' & ') FROM unnest(phrases) AS each), '')::tsquery
         && coalesce((SELECT string_agg(nullif(to_tsquery('forum', '''' || each || ''':*')::text, ''), ' & ') FROM unnest(prefixes) AS each), '')::tsquery
         && coalesce((SELECT string_agg('!(' || nullif(phraseto_tsquery('forum', each)::text, '') || ')', ' & ') FROM unnest(without) AS each), '')::tsquery;
$$;
