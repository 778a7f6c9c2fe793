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
CREATE TABLE "search_texts" (
    "id" SERIAL NOT NULL,
    "post_id" INTEGER NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "search_texts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_posts" (
    "post_id" INTEGER NOT NULL,
    "text_id" INTEGER NOT NULL,
    "thread_id" INTEGER NOT NULL,
    "board_id" INTEGER NOT NULL,
    "author_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "opening" BOOLEAN NOT NULL,
    "open" BOOLEAN NOT NULL,
    "title" tsvector,

    CONSTRAINT "search_posts_pkey" PRIMARY KEY ("post_id")
) WITH (fillfactor = 85);

-- CreateIndex
CREATE INDEX "search_posts_thread_id_idx" ON "search_posts"("thread_id");

-- CreateIndex
CREATE INDEX "search_posts_created_at_post_id_idx" ON "search_posts"("created_at" DESC, "post_id" DESC);

-- CreateIndex
CREATE INDEX "search_posts_author_id_created_at_idx" ON "search_posts"("author_id", "created_at" DESC);

-- What Prisma's schema can't say.

-- The words of a text. A row of search_texts is never changed: another text is another row, of another
-- id, which is what makes this function as immutable as it says it is. So the index stands on a table of
-- a tenth of the size of the words: a search reads who may see its hits, and when and where they were
-- written, from few pages, and the words of those alone that it ranks.
CREATE FUNCTION text_words(id integer) RETURNS tsvector
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
  'SELECT t.words FROM public.search_texts t WHERE t.id = $1';

CREATE FUNCTION never_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rows of % are never changed: another text is another row.', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER never_changed BEFORE UPDATE ON search_texts FOR EACH ROW EXECUTE FUNCTION never_changed();

-- Words of new posts wait in a list of at most half a megabyte, which every search reads too, until they
-- are put into the index together.
CREATE INDEX "search_posts_words_idx" ON "search_posts" USING gin (text_words("text_id"))
  WITH (fastupdate = on, gin_pending_list_limit = 512);
CREATE INDEX "search_posts_title_idx" ON "search_posts" USING gin ("title")
  WITH (fastupdate = on, gin_pending_list_limit = 128) WHERE "title" IS NOT NULL;
CREATE INDEX "quotes_words_idx" ON "quotes" USING gin (to_tsvector('forum', "exact"))
  WITH (fastupdate = on, gin_pending_list_limit = 256);

-- What a post is found by, from what is stored of it now: its own text and, of an opening post, the title.
CREATE VIEW search_posts_now AS
  SELECT p.id AS post_id, p.thread_id, t.board_id, p.author_id, p.created_at,
         p.parent_id IS NULL AS opening,
         p.hide_action_id IS NULL AND p.deleted_at IS NULL
           AND t.hide_action_id IS NULL AND t.merged_into_id IS NULL AS open,
         CASE WHEN p.parent_id IS NULL THEN to_tsvector('forum', left(t.title, 1000)) END AS title,
         CASE WHEN p.parent_id IS NULL
              THEN setweight(to_tsvector('forum', left(t.title, 1000)), 'A') || to_tsvector('forum', left(r.own_text, 100000))
              ELSE to_tsvector('forum', left(r.own_text, 100000)) END AS words
    FROM posts p
    JOIN threads t ON t.id = p.thread_id
    JOIN revisions r ON r.id = p.current_revision_id;

-- Text first, then the row that points at it: a statement does not see what it writes itself.
CREATE FUNCTION index_post(post integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  text_before integer := (SELECT known.text_id FROM search_posts known WHERE known.post_id = post);
  text_now integer;
BEGIN
  INSERT INTO search_texts (post_id, words)
  SELECT now.post_id, now.words FROM search_posts_now AS now WHERE now.post_id = post
  RETURNING id INTO text_now;
  IF text_now IS NULL THEN RETURN; END IF;
  INSERT INTO search_posts AS known
         (post_id, text_id, thread_id, board_id, author_id, created_at, opening, open, title)
  SELECT now.post_id, text_now, now.thread_id, now.board_id, now.author_id, now.created_at, now.opening,
         now.open, now.title
    FROM search_posts_now AS now WHERE now.post_id = post
  ON CONFLICT (post_id) DO UPDATE
     SET text_id = excluded.text_id, thread_id = excluded.thread_id, board_id = excluded.board_id,
         author_id = excluded.author_id, created_at = excluded.created_at, opening = excluded.opening,
         open = excluded.open, title = excluded.title;
  DELETE FROM search_texts WHERE id = text_before;
END $$;

-- All posts, anew: for tables that were filled with triggers disabled.
CREATE FUNCTION index_all_posts() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM search_posts;
  DELETE FROM search_texts;
  INSERT INTO search_texts (post_id, words) SELECT post_id, words FROM search_posts_now ORDER BY post_id;
  INSERT INTO search_posts (post_id, text_id, thread_id, board_id, author_id, created_at, opening, open, title)
  SELECT now.post_id, t.id, now.thread_id, now.board_id, now.author_id, now.created_at, now.opening, now.open, now.title
    FROM search_texts t JOIN search_posts_now AS now ON now.post_id = t.post_id ORDER BY t.id;
END $$;

CREATE FUNCTION search_post_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM search_texts t USING search_posts s WHERE s.post_id = OLD.id AND t.id = s.text_id;
    DELETE FROM search_posts WHERE post_id = OLD.id;
  ELSIF TG_OP = 'UPDATE'
    AND OLD.current_revision_id IS NOT DISTINCT FROM NEW.current_revision_id
    AND (OLD.parent_id IS NULL) = (NEW.parent_id IS NULL)
    AND (OLD.thread_id = NEW.thread_id OR NEW.parent_id IS NOT NULL)
    -- One that opens a thread and is shown for the first time is taken for new (lib/search/catch-up.commands.ts).
    AND NOT (NEW.parent_id IS NULL AND OLD.hide_action_id IS NOT NULL AND NEW.hide_action_id IS NULL)
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
  IF OLD.title <> NEW.title OR (OLD.hide_action_id IS NOT NULL AND NEW.hide_action_id IS NULL) THEN
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
SELECT index_all_posts();

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

-- Words as they are spelt, to suggest one for a word that was misspelt. Taken from what everybody may see
-- when it is gathered, and suggested only while it stands in such a text.
-- CreateTable
CREATE TABLE "search_words" (
    "word" TEXT NOT NULL,

    CONSTRAINT "search_words_pkey" PRIMARY KEY ("word")
);
CREATE INDEX "search_words_similar_idx" ON "search_words" USING gin ("word" gin_trgm_ops);

-- CreateTable
CREATE TABLE "saved_searches" (
    "id" SERIAL NOT NULL,
    "user_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "sort" TEXT NOT NULL,
    "feed_salt" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_searches_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "saved_searches_user_id_name_key" ON "saved_searches"("user_id", "name");

-- AddForeignKey
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateTable
CREATE TABLE "related_threads" (
    "thread_id" INTEGER NOT NULL,
    "related_id" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "weight" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "related_threads_pkey" PRIMARY KEY ("thread_id", "related_id")
);

-- CreateIndex
CREATE INDEX "related_threads_related_id_idx" ON "related_threads"("related_id");

-- Threads of one site: the host of an address.
CREATE FUNCTION site_of(url_key text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
  'SELECT split_part(split_part($1, ''/'', 1), ''?'', 1)';
CREATE INDEX "threads_site_idx" ON "threads" (site_of("url_key"), "id" DESC) WHERE "url_key" IS NOT NULL;

-- The page of a thread names its related threads: it is another page once they are others, or one of
-- them is called otherwise, hidden, merged or shown again (docs/decisions/0010-pages-kept-in-memory.md).
CREATE FUNCTION related_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_page_version(COALESCE(NEW.thread_id, OLD.thread_id), COALESCE(NEW.thread_id, OLD.thread_id));
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER page_version AFTER INSERT OR UPDATE OR DELETE ON related_threads
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION related_changed();

-- How many pages name a thread is limited when they are found, so this costs the same in any forum.
CREATE FUNCTION related_thread_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_page_version(shown.thread_id, NEW.id)
     FROM (SELECT r.thread_id FROM related_threads r WHERE r.related_id = NEW.id ORDER BY r.thread_id) AS shown;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER related_page_version
  AFTER UPDATE OF title, board_id, hide_action_id, merged_into_id ON threads
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION related_thread_changed();
