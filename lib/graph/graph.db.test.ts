import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { readQuoteGraph } from "@/lib/graph/queries";
import { moderate } from "@/lib/moderation/commands";
import { type Member, SIGNED_OUT, type Viewer } from "@/lib/policy/viewer";
import { deletePost } from "@/lib/posts/commands";
import { readThread } from "@/lib/threads/queries";
import { answer, board, manyReplies, person, succeeded, thread } from "@/scripts/test/debate";
import { countStatements } from "@/scripts/test/statements";

/** Words that stand in the hidden post, and in quotes of it. */
const MARKER = "zanzibarquux";

let ada: Member;
let ben: Member;
let eve: Member;
let moderator: Member;
let threadId: number;
let sourceId: number;
let quotingId: number;

beforeEach(async () => {
  const place = await board();
  [ada, ben, eve] = [await person(), await person(), await person()];
  moderator = await person({ moderates: [place.id] });
  const opened = await thread(eve, place, "What the thread begins with.");
  threadId = opened.id;
  sourceId = await answer(ada, opened.openingId, `The ${MARKER} passage that is quoted.`);
  quotingId = await answer(
    ben,
    sourceId,
    `> The ${MARKER} passage that is quoted.\n\nNo.\n\n> What the thread begins with.\n\nYes.`,
  );
});

const hide = async (target: "post" | "thread", id: number) =>
  succeeded(await moderate(moderator, { verb: "hide", target, id, reason: "Rude." }));

async function edgesFor(viewer: Viewer): Promise<string[]> {
  const page = await readQuoteGraph(viewer, threadId);
  if (page.found !== "graph") throw new Error(page.found);
  const names = new Map([ada, ben, eve].map(({ id }, at) => [id, ["ada", "ben", "eve"][at]]));
  return page.graph.edges.map(({ from, to, quotes }) => {
    return `${names.get(from.id)}→${names.get(to.id)} ${quotes.length}`;
  });
}

describe("the quote graph of a thread", () => {
  test("has the quotes that the thread's number of quotes counts, and is the thread page's", async () => {
    const nested = `> > The ${MARKER} passage that is quoted.\n>\n> Yes, and more than that.\n\nSo.`;
    const between = await answer(eve, quotingId, "Yes, and more than that.");
    await answer(ada, between, nested);
    const page = await readQuoteGraph(SIGNED_OUT, threadId);
    if (page.found !== "graph") throw new Error(page.found);
    const { quoteCount } = await db().thread.findUniqueOrThrow({ where: { id: threadId } });
    expect(page.graph.quoteCount).toBe(quoteCount);
    expect(await edgesFor(SIGNED_OUT)).toEqual([
      "ben→ada 1",
      "ben→eve 1",
      "ada→eve 1",
      "ada→ada 1",
    ]);
    const shown = await readThread(SIGNED_OUT, threadId);
    expect(shown).toMatchObject({ thread: { graph: page.graph, hues: page.hues } });
  });

  test("has no edge to or from what is hidden, but for who sees it", async () => {
    await hide("post", sourceId);
    for (const viewer of [SIGNED_OUT, ben, eve]) {
      expect(await edgesFor(viewer)).toEqual(["ben→eve 1"]);
      const page = JSON.stringify(await readQuoteGraph(viewer, threadId));
      expect(page).not.toContain(MARKER);
      expect(page).not.toContain(ada.username);
    }
    for (const viewer of [ada, moderator]) {
      expect(await edgesFor(viewer)).toEqual(["ben→ada 1", "ben→eve 1"]);
    }
    await hide("post", quotingId);
    expect(await edgesFor(eve)).toEqual([]);
    expect(await edgesFor(ben)).toEqual(["ben→eve 1"]);
    expect(await edgesFor(moderator)).toEqual(["ben→ada 1", "ben→eve 1"]);
  });

  test("names nobody whose quoted post was deleted", async () => {
    succeeded(await deletePost(ada, sourceId));
    const page = await readQuoteGraph(SIGNED_OUT, threadId);
    expect(await edgesFor(SIGNED_OUT)).toEqual(["ben→eve 1"]);
    expect(page).toMatchObject({ graph: { nameless: 1 } });
    expect(JSON.stringify(page)).not.toContain(ada.username);
  });

  test("of a hidden thread is not to be had, but for its author and moderators", async () => {
    await hide("thread", threadId);
    for (const viewer of [SIGNED_OUT, ada, ben]) {
      const page = await readQuoteGraph(viewer, threadId);
      expect(page.found).toBe("tombstone");
      expect(JSON.stringify(page)).not.toContain(MARKER);
    }
    for (const viewer of [eve, moderator]) {
      expect((await readQuoteGraph(viewer, threadId)).found).toBe("graph");
    }
    expect(await readQuoteGraph(SIGNED_OUT, 2_147_483_647)).toEqual({ found: "nothing" });
  });

  test("is read in the same number of statements however long the thread", async () => {
    // Both times with the thread in memory as it was before the replies.
    await readQuoteGraph(ada, threadId);
    await manyReplies(ben, sourceId, 1);
    const short = await countStatements(() => readQuoteGraph(ada, threadId));
    await manyReplies(ben, sourceId, 500);
    expect(await countStatements(() => readQuoteGraph(ada, threadId))).toBe(short);
  });
});
