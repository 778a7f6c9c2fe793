import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { readActivity } from "@/lib/history/activity.queries";
import { listOwnVotes } from "@/lib/history/votes.queries";
import { moderate } from "@/lib/moderation/commands";
import { type Member, SIGNED_OUT, type Viewer } from "@/lib/policy/viewer";
import { listedPosts } from "@/lib/policy/visibility";
import { deletePost } from "@/lib/posts/commands";
import { castVote } from "@/lib/votes/commands";
import { answer, board, person, succeeded, thread } from "@/scripts/test/debate";

let ada: Member;
let ben: Member;
let viewers: Viewer[];
let hidden: number;
let inHidden: number;
let said: number;

beforeAll(async () => {
  const place = await board();
  const moderator = await person({ moderates: [place.id] });
  [ada, ben] = [await person(), await person()];
  const open = await thread(ada, place);
  const closed = await thread(ben, place);
  said = await answer(ada, open.openingId, "Something to be read.");
  hidden = await answer(ada, open.openingId, "Something that is hidden.");
  inHidden = await answer(ada, closed.openingId, "Something in a hidden thread.");
  const deleted = await answer(ada, open.openingId, "Something that is deleted.");
  for (const id of [said, hidden, inHidden]) succeeded(await castVote(ben, id, 1));
  const reason = "Spam";
  succeeded(await moderate(moderator, { verb: "hide", target: "post", id: hidden, reason }));
  succeeded(await moderate(moderator, { verb: "hide", target: "thread", id: closed.id, reason }));
  succeeded(await deletePost(ada, deleted));
  const elsewhere = await person({ moderates: [(await board()).id] });
  const admin = await person({ admin: true });
  viewers = [SIGNED_OUT, ada, ben, moderator, elsewhere, admin, await person()];
});

test("the picture of somebody's activity counts what the viewer may read, and nothing else", async () => {
  const counted = await Promise.all(
    viewers.map(async (viewer) => (await readActivity(viewer, ada.id, new Date())).posts),
  );
  const listed = await Promise.all(
    viewers.map((viewer) => {
      return db().post.count({ where: { AND: [{ authorId: ada.id }, listedPosts(viewer)] } });
    }),
  );
  expect(counted).toEqual(listed);
  // Everybody sees two; the author of the hidden post, that of the hidden thread and moderators more.
  expect(counted).toEqual([2, 3, 3, 4, 2, 4, 2]);
});

test("what is older than the picture is not counted", async () => {
  const later = new Date(Date.now() + 400 * 86_400_000);
  expect((await readActivity(SIGNED_OUT, ada.id, later)).posts).toBe(0);
});

test("a list of votes has one's own, on what one may still read", async () => {
  const ids = async (viewer: Viewer) =>
    (await listOwnVotes(viewer)).lines.map(({ postId }) => postId);
  // Ben opened the hidden thread, so he reads what is said in it.
  expect(await ids(ben)).toEqual([inHidden, said]);
  expect(await ids(ada)).toEqual([]);
  expect(await ids(SIGNED_OUT)).toEqual([]);
  expect((await listOwnVotes(ben, inHidden)).lines.map(({ postId }) => postId)).toEqual([said]);
  succeeded(await castVote(ben, said, 0));
  expect(await ids(ben)).toEqual([inHidden]);
});
