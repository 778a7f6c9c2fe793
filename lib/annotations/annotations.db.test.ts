import { beforeEach, describe, expect, test } from "vitest";
import { annotationPage } from "@/lib/annotations/annotations";
import { readAnnotations } from "@/lib/annotations/queries";
import { annotationPageSchema } from "@/lib/annotations/testing/schema";
import { db } from "@/lib/db/client";
import { moderate } from "@/lib/moderation/commands";
import { type Member, SIGNED_OUT, type Viewer } from "@/lib/policy/viewer";
import { deletePost, editPost } from "@/lib/posts/commands";
import { sliceCodePoints } from "@/lib/text/code-points";
import { answer, board, person, succeeded, thread } from "@/scripts/test/debate";
import { countStatements } from "@/scripts/test/statements";

/** Words that stand in the source, and in quotes of it. */
const MARKER = "zanzibarquux";
const SOURCE = `Before it 🍰.\n\nThe *${MARKER}* passage that is quoted.\n\nSecret words after it.`;
const QUOTED = `> the ${MARKER} passage that is quoted`;

let ada: Member;
let ben: Member;
let eve: Member;
let moderator: Member;
let threadId: number;
let openingId: number;
let sourceId: number;
let quotingId: number;

beforeEach(async () => {
  const place = await board();
  [ada, ben, eve] = [await person(), await person(), await person()];
  moderator = await person({ moderates: [place.id] });
  const opened = await thread(eve, place, "What the thread begins with.");
  ({ id: threadId, openingId } = opened);
  sourceId = await answer(ada, openingId, SOURCE);
  const second = "> What the thread begins with.\n\n> Nobody ever said these words here.\n\nSo.";
  quotingId = await answer(ben, sourceId, `First.\n\n${QUOTED}\n\nNo, *never*.\n\n${second}`);
});

const hide = async (target: "post" | "thread", id: number) =>
  succeeded(await moderate(moderator, { verb: "hide", target, id, reason: "Rude." }));

async function itemsFor(viewer: Viewer, postId = quotingId) {
  const page = await readAnnotations(viewer, postId);
  if (page.found !== "post") throw new Error(page.found);
  const json = annotationPage(page.post, "https://forum.example.org");
  return annotationPageSchema.parse(JSON.parse(JSON.stringify(json))).items;
}

describe("a post's quotes as annotations", () => {
  test("are its quotes with a known source, each with its own answer", async () => {
    const items = await itemsFor(SIGNED_OUT);
    const { identity } = await db().quote.findFirstOrThrow({ where: { sourcePostId: sourceId } });
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({
      id: `https://forum.example.org/q/${identity}`,
      motivation: "replying",
      quoteStatus: "verbatim",
      body: { value: "<p>No, <em>never</em>.</p>" },
      target: { source: `https://forum.example.org/p/${sourceId}`, revision: 1 },
    });
    // Two quotes directly on each other share the answer under the second.
    expect(items[1]).toMatchObject({ motivation: "replying" });
    expect(items[1]?.body).toMatchObject({ value: "<p>So.</p>" });
  });

  test("select the source's own words by what they are and where they stand", async () => {
    const [item] = await itemsFor(SIGNED_OUT);
    const target = [item?.target ?? []].flat()[0];
    const [text, position] = [target?.selector ?? []].flat();
    if (position?.type !== "TextPositionSelector") throw new Error(position?.type);
    const { ownText } = await db().revision.findFirstOrThrow({ where: { postId: sourceId } });
    expect(text).toMatchObject({ exact: `The ${MARKER} passage that is quoted` });
    expect(sliceCodePoints(ownText, position.start, position.end)).toBe(
      `The ${MARKER} passage that is quoted`,
    );
  });

  test("keep the day they were made when the quoting post is edited", async () => {
    const before = (await itemsFor(SIGNED_OUT))[0];
    await db().$executeRaw`UPDATE quotes SET identity = ${2_000_000_000}
      WHERE post_id = ${quotingId} AND source_post_id = ${sourceId}`;
    succeeded(await editPost(ben, { postId: quotingId, markdown: `${QUOTED}\n\nNo, never ever.` }));
    await db().$executeRaw`UPDATE quotes SET identity = ${2_000_000_000}
      WHERE post_id = ${quotingId} AND source_post_id = ${sourceId}`;
    const after = (await itemsFor(SIGNED_OUT))[0];
    expect(after?.created).toBe(before?.created);
    expect(after?.body?.value).toBe("<p>No, never ever.</p>");
  });

  test("leave a redacted quote out, for all but who may read its source", async () => {
    const nested = await answer(eve, quotingId, `> ${QUOTED}\n>\n> No, never.\n\nWell.`);
    const open = await itemsFor(ben);
    await hide("post", sourceId);
    for (const viewer of [SIGNED_OUT, ben, eve]) {
      for (const postId of [quotingId, nested]) {
        const items = await itemsFor(viewer, postId);
        expect(items).toHaveLength(1);
        const page = JSON.stringify([await readAnnotations(viewer, postId), items]);
        for (const secret of [MARKER, "Secret words", ada.username, `/p/${sourceId}"`]) {
          expect(page).not.toContain(secret);
        }
      }
    }
    for (const viewer of [ada, moderator]) expect(await itemsFor(viewer)).toEqual(open);
    const verb = { verb: "unhide", target: "post", id: sourceId, reason: "A mistake." } as const;
    succeeded(await moderate(moderator, verb));
    expect(await itemsFor(SIGNED_OUT)).toEqual(open);
  });

  test("tell of a deleted source the words that were quoted, no name and no word more", async () => {
    succeeded(await deletePost(ada, sourceId));
    for (const viewer of [SIGNED_OUT, ben, moderator]) {
      const [item] = await itemsFor(viewer);
      expect(item?.target).toMatchObject({
        selector: { exact: `the ${MARKER} passage that is quoted` },
      });
      const page = JSON.stringify([await readAnnotations(viewer, quotingId), item]);
      for (const gone of [ada.username, "Secret words", "Before it"]) {
        expect(page).not.toContain(gone);
      }
    }
  });

  test("say that the source was edited, and which revision had the words", async () => {
    succeeded(await editPost(ada, { postId: sourceId, markdown: "Something else altogether." }));
    const [item] = await itemsFor(SIGNED_OUT);
    expect(item).toMatchObject({ quoteStatus: "source edited", target: { revision: 1 } });
  });

  test("of a hidden or deleted post, or in a hidden thread, are not to be had", async () => {
    const foundBy = async (viewer: Viewer) => (await readAnnotations(viewer, quotingId)).found;
    await hide("post", quotingId);
    expect(await foundBy(SIGNED_OUT)).toBe("tombstone");
    expect(await foundBy(eve)).toBe("tombstone");
    expect(await foundBy(ben)).toBe("post");
    expect(await foundBy(moderator)).toBe("post");
    await hide("thread", threadId);
    expect(await foundBy(ben)).toBe("tombstone");
    expect((await readAnnotations(ada, sourceId)).found).toBe("tombstone");
    expect((await readAnnotations(eve, sourceId)).found).toBe("post");
    expect((await readAnnotations(SIGNED_OUT, 2_147_483_647)).found).toBe("nothing");
  });

  test("of a deleted post are gone for everybody", async () => {
    succeeded(await deletePost(ben, quotingId));
    for (const viewer of [SIGNED_OUT, ben, moderator]) {
      expect(await readAnnotations(viewer, quotingId)).toEqual({ found: "nothing" });
    }
  });

  test("are read in the same number of statements however many they are", async () => {
    const few = await countStatements(() => readAnnotations(eve, quotingId));
    const many = await answer(ben, sourceId, `${QUOTED}\n\nNo.\n\n`.repeat(30));
    expect(await countStatements(() => readAnnotations(eve, many))).toBe(few);
  });
});
