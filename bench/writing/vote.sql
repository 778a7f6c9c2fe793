-- What one vote on a reply says to PostgreSQL (lib/votes/commands.ts), by members who change their minds.
\set post :first_post + 100 * random(0, :threads - 1) + random(0, 98)
\set member random(:first_member, :last_member)
BEGIN;
SELECT 1 FROM posts WHERE id = :post AND parent_id IS NOT NULL FOR NO KEY UPDATE;
SELECT p.thread_id, t.created_at AS thread_created_at, p.parent_id IS NULL AS opening, p.author_id,
       p.hide_action_id, p.deleted_at,
       json_build_object('authorId', t.author_id, 'boardId', t.board_id,
                         'hideActionId', t.hide_action_id, 'lockActionId', t.lock_action_id) AS thread,
       p.up_votes, p.down_votes, coalesce(v.value, 0) AS own
  FROM posts p JOIN threads t ON t.id = p.thread_id
  LEFT JOIN votes v ON v.post_id = p.id AND v.user_id = :member
 WHERE p.id = :post \gset
\set value CASE WHEN :own = 1 THEN -1 ELSE 1 END
\set up :up_votes + CASE WHEN :value = 1 THEN 1 ELSE 0 END - CASE WHEN :own = 1 THEN 1 ELSE 0 END
\set down :down_votes + CASE WHEN :value = -1 THEN 1 ELSE 0 END - CASE WHEN :own = -1 THEN 1 ELSE 0 END
\set score :up - :down
\set rank :up / (:up + :down + 1.0)
INSERT INTO votes (post_id, user_id, value) VALUES (:post, :member, :value)
    ON CONFLICT (post_id, user_id) DO UPDATE SET value = EXCLUDED.value;
UPDATE posts SET up_votes = :up, down_votes = :down, score = :score, best_rank = :rank
 WHERE id = :post;
COMMIT;
