-- What one reply with a quote says to PostgreSQL (lib/posts/commands.ts); its key is a new one each time.
\set post :first_post + 100 * random(0, :threads - 1) + random(0, 98)
\set member random(:first_member, :last_member)
SELECT id, thread_id FROM posts WHERE author_id = :member AND form_key = gen_random_uuid()::text;
BEGIN;
SELECT id AS thread FROM threads WHERE id = (SELECT thread_id FROM posts WHERE id = :post)
   FOR NO KEY UPDATE \gset
SELECT p.thread_id, p.author_id, p.hide_action_id, p.deleted_at,
       json_build_object('authorId', t.author_id, 'boardId', t.board_id,
                         'hideActionId', t.hide_action_id, 'lockActionId', t.lock_action_id) AS thread
  FROM posts p JOIN threads t ON t.id = p.thread_id
 WHERE p.id = :post;
INSERT INTO posts (thread_id, parent_id, author_id, created_at, form_key)
VALUES (:thread, :post, :member, now(), gen_random_uuid()::text) RETURNING id AS written \gset
SELECT p.id, p.parent_id, r.id AS revision_id, r.own_text
  FROM posts p
  LEFT JOIN (
    SELECT r.id, r.post_id, r.number, r.own_text,
           CASE WHEN r.id = p.current_revision_id THEN 0 ELSE
             sum(CASE WHEN r.id = p.current_revision_id THEN 0 ELSE length(r.own_text) END)
               OVER (ORDER BY r.id DESC) END AS newer
      FROM revisions r JOIN posts p ON p.id = r.post_id
     WHERE p.thread_id = :thread) AS r ON r.post_id = p.id AND r.newer <= 2000000
 WHERE p.thread_id = :thread
 ORDER BY p.id, r.number;
WITH written AS (
  INSERT INTO revisions (post_id, number, created_at, markdown_parts, html_parts, own_text,
                         renderer_version)
  VALUES (:written, 1, now(),
        ARRAY['', '
That does not follow from what was said before. A rule that most people keep most of the time can be a good rule without being a law of nature, and one case against it is a reason to look again, not to give it up. What would change my mind is a case in which everybody kept it and the result was worse than without. So far I have not seen one here, and nobody has named one elsewhere either.'],
        ARRAY['', '<p>That does not follow from what was said before. A rule that most people keep most of the time can be a good rule without being a law of nature, and one case against it is a reason to look again, not to give it up. What would change my mind is a case in which everybody kept it and the result was worse than without. So far I have not seen one here, and nobody has named one elsewhere either.</p>'],
        'That does not follow from what was said before. A rule that most people keep most of the time can be a good rule without being a law of nature, and one case against it is a reason to look again, not to give it up. What would change my mind is a case in which everybody kept it and the result was worse than without. So far I have not seen one here, and nobody has named one elsewhere either.', 1)
  RETURNING id, post_id, number)
UPDATE posts SET current_revision_id = written.id, revision_count = written.number
  FROM written WHERE posts.id = written.post_id
RETURNING written.id AS revision \gset
INSERT INTO quotes (post_id, revision_id, ordinal, container_id, markdown_parts, html_parts, exact,
                    prefix, suffix, status, source_post_id, source_revision_id, start, "end", ranges,
                    candidate_post_ids, chosen, answer_run)
SELECT :written, :revision, 0, NULL,
       ARRAY['> Thing doubt argue if there another use or open open and no.
'],
       ARRAY['<p>Thing doubt argue if there another use or open open and no.</p>'],
       'Thing doubt argue if there another use or open open and no.', '',
       ' Like follow because over than e', 'verbatim', :post, current_revision_id, 0, 59, ARRAY[0, 59],
       '{}'::int[], false, 1
  FROM posts WHERE id = :post
RETURNING id;
UPDATE threads t SET
  reply_count = reply_count + 1,
  quote_count = quote_count + (
    SELECT count(*) FROM quotes q
      JOIN posts s ON s.id = q.source_post_id
     WHERE q.revision_id = :revision
       AND s.deleted_at IS NULL AND s.hide_action_id IS NULL),
  last_post_at = greatest(last_post_at, now())
WHERE t.id = :thread;
COMMIT;
