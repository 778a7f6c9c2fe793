import { beforeEach, expect, test } from "vitest";
import { moderate } from "@/lib/moderation/commands";
import { type Member, SIGNED_OUT } from "@/lib/policy/viewer";
import { readLayout } from "@/lib/posts/layout.queries";
import { answer, board, person, succeeded, thread } from "@/scripts/test/debate";

let author: Member;
let moderator: Member;
let postId: number;

beforeEach(async () => {
  const place = await board();
  author = await person();
  moderator = await person({ moderates: [place.id] });
  const { openingId } = await thread(await person(), place, "The secret words of somebody else.");
  const text = "One.\n\n> The secret words of somebody else.\n\nTwo.";
  postId = await answer(author, openingId, text);
});

test("a post is laid out in its author's own words, without what it quotes", async () => {
  const text = "> One.\n\n\n\n> Two.\n\n";
  expect(await readLayout(author, postId)).toMatchObject({ text, laidOut: 2, points: 2 });
});

test("a post is laid out for nobody who may not read it", async () => {
  const hide = { verb: "hide", target: "post", id: postId, reason: "Rude." } as const;
  succeeded(await moderate(moderator, hide));
  for (const viewer of [SIGNED_OUT, await person()]) {
    expect(await readLayout(viewer, postId)).toBeNull();
  }
  expect(await readLayout(author, postId)).not.toBeNull();
  expect(await readLayout(author, 2_147_483_647)).toBeNull();
});
