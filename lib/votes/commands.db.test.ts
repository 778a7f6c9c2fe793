import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { moderate } from "@/lib/moderation/commands";
import { type Member, SIGNED_OUT, type Viewer } from "@/lib/policy/viewer";
import { deletePost } from "@/lib/posts/commands";
import { castVote } from "@/lib/votes/commands";
import { answer, board, everything, person, succeeded, thread } from "@/scripts/test/debate";
import { brokenInvariants } from "@/scripts/test/invariants";

let ada: Member;
let ben: Member;
let moderator: Member;
let place: { id: number; slug: string };

beforeAll(async () => {
  place = await board();
  ada = await person();
  ben = await person();
  moderator = await person({ moderates: [place.id] });
});

const tallyOf = (id: number) =>
  db().post.findUniqueOrThrow({
    where: { id },
    select: { upVotes: true, downVotes: true, score: true },
  });

test("up, up again, down, taken back, taken back again: one row at most, counted right each time", async () => {
  const { id, openingId } = await thread(ada, place);
  const steps = [
    { value: 1, tally: { upVotes: 1, downVotes: 0, score: 1 } },
    { value: 1, tally: { upVotes: 1, downVotes: 0, score: 1 } },
    { value: -1, tally: { upVotes: 0, downVotes: 1, score: -1 } },
    { value: 0, tally: { upVotes: 0, downVotes: 0, score: 0 } },
    { value: 0, tally: { upVotes: 0, downVotes: 0, score: 0 } },
  ] as const;
  for (const { value, tally } of steps) {
    expect(succeeded(await castVote(ben, openingId, value))).toEqual({
      postId: openingId,
      threadId: id,
      score: tally.score,
      ownVote: value,
    });
    expect(await tallyOf(openingId)).toEqual(tally);
    expect(await db().vote.count({ where: { postId: openingId } })).toBe(value === 0 ? 0 : 1);
    expect(await brokenInvariants()).toEqual([]);
  }
});

test("thirty people at once, some changing their minds meanwhile: every counter is right", async () => {
  const { openingId } = await thread(ada, place);
  const replyId = await answer(ben, openingId, "A reply to vote on.");
  const voters = await Promise.all(Array.from({ length: 30 }, () => person()));
  await Promise.all(
    voters.flatMap((voter, index) =>
      [openingId, replyId].map(async (postId) => {
        const mind = index % 3 === 0 ? ([1, -1] as const) : ([1, 1] as const);
        for (const value of mind) succeeded(await castVote(voter, postId, value));
      }),
    ),
  );
  for (const postId of [openingId, replyId]) {
    expect(await tallyOf(postId)).toEqual({ upVotes: 20, downVotes: 10, score: 10 });
  }
  expect(await brokenInvariants()).toEqual([]);
});

test("one person's two different votes at the same moment leave one of them", async () => {
  const { openingId } = await thread(ada, place);
  await Promise.all([castVote(ben, openingId, 1), castVote(ben, openingId, -1)]);
  expect(await db().vote.count({ where: { postId: openingId } })).toBe(1);
  expect(await brokenInvariants()).toEqual([]);
});

test("a forbidden vote changes nothing and says why", async () => {
  const open = await thread(ada, place);
  const hiddenPost = await answer(ada, open.openingId, "To be hidden.");
  const deleted = await answer(ada, open.openingId, "To be deleted.");
  const hidden = await thread(ada, place);
  const inHidden = await answer(ada, hidden.openingId, "In a hidden thread.");
  await moderate(moderator, { verb: "hide", target: "post", id: hiddenPost, reason: "Rude." });
  await moderate(moderator, { verb: "hide", target: "thread", id: hidden.id, reason: "Spam." });
  succeeded(await deletePost(ada, deleted));
  const attempts: [string, Viewer[], number][] = [
    ["signed out", [SIGNED_OUT], open.openingId],
    ["one's own post", [ada], open.openingId],
    ["a hidden post", [ada, ben, moderator], hiddenPost],
    ["a deleted post", [ada, ben, moderator], deleted],
    ["a hidden thread", [ada, ben, moderator], hidden.openingId],
    ["a post in a hidden thread", [ada, ben, moderator], inHidden],
    ["nothing", [ada, ben, moderator], 999_999],
  ];
  const before = await everything();
  for (const [name, actors, postId] of attempts) {
    for (const actor of actors) {
      for (const value of [1, -1, 0] as const) {
        const refused = { ok: false, message: expect.stringMatching(/\.$/) };
        expect(await castVote(actor, postId, value), name).toMatchObject(refused);
      }
    }
  }
  expect(await everything()).toEqual(before);
});
