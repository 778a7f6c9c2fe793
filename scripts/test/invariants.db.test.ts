import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { moderate } from "@/lib/moderation/commands";
import { editPost } from "@/lib/posts/commands";
import { castVote } from "@/lib/votes/commands";
import { answer, board, person, succeeded, thread } from "@/scripts/test/debate";
import { brokenInvariants } from "@/scripts/test/invariants";

beforeAll(async () => {
  const place = await board();
  const [ada, ben] = [await person(), await person()];
  const moderator = await person({ moderates: [place.id] });
  const { openingId } = await thread(ada, place, "Words that are quoted.\n\nMore of them.");
  const text = "> > Words that are quoted.\n>\n> Not these.\n\n> More of them.\n\nYes.";
  const replyId = await answer(ben, openingId, text);
  succeeded(await castVote(ada, replyId, 1));
  succeeded(await editPost(ben, { postId: replyId, markdown: `${text}\n\nAnd again.` }));
  const hidden = await answer(ada, openingId, "To be hidden.");
  const action = { target: "post", id: hidden, reason: "A test." } as const;
  succeeded(await moderate(moderator, { ...action, verb: "hide" }));
});

/** One row made wrong; undone after each. */
const CORRUPTIONS = [
  "UPDATE threads SET reply_count = reply_count + 1",
  "UPDATE threads SET quote_count = quote_count - 1",
  "UPDATE threads SET last_post_at = last_post_at + interval '1 second'",
  "UPDATE threads SET score = score + 1",
  "UPDATE threads SET hot_rank = hot_rank + 0.000001",
  "UPDATE threads SET lock_action_id = (SELECT min(id) FROM moderation_actions)",
  "UPDATE posts SET up_votes = up_votes + 1 WHERE parent_id IS NULL",
  "UPDATE posts SET score = 7 WHERE parent_id IS NULL",
  "UPDATE posts SET best_rank = 0.5 WHERE parent_id IS NULL",
  "UPDATE posts SET revision_count = 1 WHERE revision_count = 2",
  "UPDATE posts SET current_revision_id = current_revision_id - 1 WHERE revision_count = 2",
  "UPDATE posts SET hide_action_id = NULL",
  "DELETE FROM votes",
  "UPDATE revisions SET own_text = own_text || '!'",
  "UPDATE revisions SET html_parts[1] = html_parts[1] || '<p></p>'",
  "UPDATE quotes SET start = start + 1 WHERE start IS NOT NULL",
  "UPDATE quotes SET ordinal = ordinal + 1",
  "UPDATE quotes SET source_post_id = NULL",
  "UPDATE quotes SET status = 'verbatim' WHERE source_post_id IS NULL",
  "UPDATE quotes SET source_revision_id = revision_id WHERE source_revision_id IS NOT NULL",
  "UPDATE quotes SET changed_for = (SELECT min(id) FROM users) WHERE changed_at IS NULL",
  "DELETE FROM quotes WHERE container_id IS NOT NULL",
];

test("nothing is broken in a forum that only its commands have written to", async () => {
  expect(await brokenInvariants()).toEqual([]);
});

test.each(CORRUPTIONS)("%s is noticed", async (statement) => {
  const kept = ["threads", "posts", "votes", "revisions", "quotes"];
  for (const table of kept) {
    await db().$executeRawUnsafe(`CREATE TABLE kept_${table} AS TABLE ${table}`);
  }
  try {
    expect(await db().$executeRawUnsafe(statement)).toBeGreaterThan(0);
    expect(await brokenInvariants()).not.toEqual([]);
  } finally {
    await db().$transaction([
      db().$executeRawUnsafe("SET LOCAL session_replication_role = replica"),
      ...kept.flatMap((table) => [
        db().$executeRawUnsafe(`DELETE FROM ${table}`),
        db().$executeRawUnsafe(`INSERT INTO ${table} SELECT * FROM kept_${table}`),
        db().$executeRawUnsafe(`DROP TABLE kept_${table}`),
      ]),
    ]);
  }
});
