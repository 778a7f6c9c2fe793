import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { PointsView } from "@/lib/answers/points";
import { readAnswers, readPoints } from "@/lib/answers/points.queries";
import { db } from "@/lib/db/client";
import { moderate } from "@/lib/moderation/commands";
import { type Member, SIGNED_OUT, type Viewer } from "@/lib/policy/viewer";
import { deletePost, editPost } from "@/lib/posts/commands";
import { readThread } from "@/lib/threads/queries";
import { answer, board, person, succeeded, thread } from "@/scripts/test/debate";
import { countStatements } from "@/scripts/test/statements";
import { toldIn } from "@/scripts/test/told";

const TEXT = "The *water must* be boiling. Milk comes last. Nobody needs sugar.";
const WATER = "The water must be boiling.";
const MILK = "Milk comes last.";

let ada: Member;
let ben: Member;
let eve: Member;
let moderator: Member;
let threadId: number;
let openingId: number;

const act = async (verb: "hide" | "unhide", target: "post" | "thread", id: number) =>
  succeeded(await moderate(moderator, { verb, target, id, reason: "Rude." }));

beforeEach(async () => {
  const place = await board();
  [ada, ben, eve] = [await person(), await person(), await person()];
  moderator = await person({ moderates: [place.id] });
  const opened = await thread(ada, place, TEXT);
  ({ id: threadId, openingId } = opened);
});

async function points(viewer: Viewer, postId = openingId): Promise<PointsView> {
  const page = await readPoints(viewer, { postId }, { order: "reading" });
  if (page.found !== "points") throw new Error(page.found);
  return page.points;
}

const textOf = (html: string) => html.replace(/<[^>]*>/g, "");

/** Each passage with what answers it, as the page of the points says. */
const pointsOf = async (viewer: Viewer, postId = openingId) =>
  (await points(viewer, postId)).points.map(({ html, answers, total }) => {
    expect(total).toBe(answers.length);
    return [textOf(html), answers.map((each) => textOf(each.html))];
  });

/** Each marked passage with its count, as the thread shows it. */
async function marksOf(viewer: Viewer, postId = openingId): Promise<[string, string][]> {
  const page = await readThread(viewer, threadId);
  if (page.found !== "thread") throw new Error(page.found);
  const posts = [page.thread.opening, ...page.thread.replies.map(({ post }) => post)];
  const body = posts.find(({ id }) => id === postId)?.body ?? [];
  const html = body.map((part) => (part.kind === "own" ? part.html : "")).join("");
  const found: [string, string][] = [];
  let words = "";
  for (const [, marked, count] of html.matchAll(
    /<span class="answered-words">([^<]*)<\/span>|<a [^>]*data-count="(\d+)"[^>]*><\/a>/g,
  )) {
    if (count === undefined) words += marked;
    else {
      found.push([words, count]);
      words = "";
    }
  }
  return found;
}

/** Everything that this room tells anybody about a post's answers. */
const everythingTold = async (viewer: Viewer, postId: number) =>
  toldIn([
    await readPoints(viewer, { postId }, { order: "most" }),
    await readPoints(viewer, { threadId }, { order: "reading" }),
    await readAnswers(viewer, postId, { start: 0, end: 1000 }),
    await readThread(viewer, threadId),
  ]);

describe("the passages of a post", () => {
  test("are those that were quoted, with what was written under each quote", async () => {
    await answer(ben, openingId, `> ${WATER}\n\nWhy?\n\n> ${MILK}\n\nNo.`);
    await answer(eve, openingId, "> water must\n\nMust it?");
    const said = [
      ["The water must be boiling.", ["Why?", "Must it?"]],
      ["Milk comes last.", ["No."]],
    ];
    expect(await pointsOf(SIGNED_OUT)).toEqual(said);
    expect(await marksOf(SIGNED_OUT)).toEqual([
      [WATER, "2"],
      [MILK, "1"],
    ]);
    const { unanswered, points: shown, answerCount } = await points(SIGNED_OUT);
    expect(unanswered).toEqual(["Nobody needs sugar."]);
    expect(answerCount).toBe(3);
    expect(shown[0]?.answers.map(({ words }) => words)).toEqual([null, "water must"]);
  });

  test("have one answer of quotes that stand directly on each other, and none without words", async () => {
    await answer(ben, openingId, `> ${WATER}\n\n> ${MILK}\n\nBoth wrong.\n\n> Nobody needs sugar.`);
    expect(await pointsOf(SIGNED_OUT)).toEqual([
      [WATER, ["Both wrong."]],
      [MILK, ["Both wrong."]],
    ]);
    const { answerCount, unanswered } = await points(SIGNED_OUT);
    expect([answerCount, unanswered]).toEqual([1, ["Nobody needs sugar."]]);
  });

  test("are marked without what a quote left out", async () => {
    const postId = await answer(
      ben,
      openingId,
      "> The water must be […] Nobody needs sugar.\n\nHm.",
    );
    await db().quote.updateMany({ where: { postId }, data: { ranges: [0, 17, 44, 64] } });
    expect(await pointsOf(SIGNED_OUT)).toEqual([
      ["The water must be […] Nobody needs sugar.", ["Hm."]],
    ]);
    expect((await marksOf(SIGNED_OUT)).map(([words]) => words)).toEqual([
      "The water must beNobody needs sugar.",
    ]);
  });

  test("are not guessed: words that stand there twice are listed apart", async () => {
    const source = await answer(ada, openingId, "Said twice over.\n\nX.\n\nSaid twice over.");
    await answer(ben, source, "> Said twice over.\n\nIndeed.");
    const found = await points(SIGNED_OUT, source);
    expect(found.points).toEqual([]);
    expect(found.ambiguous.map((stray) => textOf(stray.answer.html))).toEqual(["Indeed."]);
    expect(await marksOf(SIGNED_OUT, source)).toEqual([]);
  });

  test("of another post are offered, the most answered first", async () => {
    const source = await answer(eve, openingId, "First claim. Second claim.");
    await answer(ben, source, "> First claim.\n\nNo.\n\n> Second claim.\n\nYes.");
    await answer(ben, openingId, `> ${MILK}\n\nNo.`);
    expect((await points(SIGNED_OUT)).others).toMatchObject([
      { postId: source, author: eve.username, answers: 2, excerpt: "First claim. Second claim." },
    ]);
    expect((await points(SIGNED_OUT, source)).others).toMatchObject([
      { postId: openingId, opening: true, answers: 1 },
    ]);
  });
});

describe("what a post says now counts, right after the cause", () => {
  let reply: number;
  beforeEach(async () => {
    reply = await answer(ben, openingId, `> ${MILK}\n\nNever.`);
  });

  test("an edit of the answer", async () => {
    succeeded(await editPost(ben, { postId: reply, markdown: `> ${WATER}\n\nBoiling!` }));
    expect(await pointsOf(SIGNED_OUT)).toEqual([[WATER, ["Boiling!"]]]);
    succeeded(await editPost(ben, { postId: reply, markdown: "No quotes any more." }));
    expect(await marksOf(SIGNED_OUT)).toEqual([]);
  });

  test("an edit of the source moves the passage, or leaves the answer apart", async () => {
    const { id: _, ...opening } = { id: 0, postId: openingId };
    succeeded(await editPost(ada, { ...opening, markdown: `Before all: ${MILK} So be it.` }));
    expect(await marksOf(SIGNED_OUT)).toEqual([[MILK, "1"]]);
    succeeded(await editPost(ada, { ...opening, markdown: "Milk is poured first." }));
    expect(await marksOf(SIGNED_OUT)).toEqual([]);
    const found = await points(SIGNED_OUT);
    expect(found.points).toEqual([]);
    expect(found.edited.map(({ quote, answer: said }) => [quote.exact, textOf(said.html)])).toEqual(
      [[MILK, "Never."]],
    );
  });

  test("hiding the answer, and showing it again byte for byte", async () => {
    const before = await everythingTold(SIGNED_OUT, openingId);
    await act("hide", "post", reply);
    for (const viewer of [SIGNED_OUT, eve]) {
      expect(await pointsOf(viewer)).toEqual([]);
      expect(await marksOf(viewer)).toEqual([]);
      expect((await readAnswers(viewer, openingId, { start: 0, end: 99 }))?.total).toBe(0);
    }
    // Who may read it still does, and is told.
    for (const viewer of [ben, moderator]) {
      expect(await pointsOf(viewer)).toEqual([[MILK, ["Never."]]]);
      expect(await marksOf(viewer)).toEqual([[MILK, "1"]]);
      expect((await points(viewer)).points[0]?.answers[0]?.hidden).toBe("Rude.");
    }
    await act("unhide", "post", reply);
    expect(await everythingTold(SIGNED_OUT, openingId)).toBe(before);
  });

  test("deleting the answer", async () => {
    succeeded(await deletePost(ben, reply));
    for (const viewer of [SIGNED_OUT, ben, moderator]) {
      expect(await pointsOf(viewer)).toEqual([]);
      expect(await marksOf(viewer)).toEqual([]);
    }
  });
});

describe("nobody is told a word of what they may not read", () => {
  const MARKER = "zanzibarquux";

  test("of a hidden or deleted answer", async () => {
    const reply = await answer(ben, openingId, `> ${MILK}\n\nA ${MARKER} answer.`);
    await act("hide", "post", reply);
    for (const viewer of [SIGNED_OUT, eve, ada]) {
      expect(await everythingTold(viewer, openingId)).not.toContain(MARKER);
    }
    await act("unhide", "post", reply);
    succeeded(await deletePost(ben, reply));
    for (const viewer of [SIGNED_OUT, eve, moderator]) {
      expect(await everythingTold(viewer, openingId)).not.toContain(MARKER);
    }
  });

  test("of a hidden or deleted source, though others answered its words", async () => {
    const source = await answer(ada, openingId, `The ${MARKER} passage is here.`);
    await answer(ben, source, `> The ${MARKER} passage is here.\n\nI disagree.`);
    await act("hide", "post", source);
    for (const viewer of [SIGNED_OUT, eve, ben]) {
      expect(await everythingTold(viewer, source)).not.toContain(MARKER);
      expect(await readAnswers(viewer, source, { start: 0, end: 99 })).toBeNull();
      expect((await points(viewer)).others).toEqual([]);
    }
    expect(await pointsOf(ada, source)).toEqual([
      [`The ${MARKER} passage is here.`, ["I disagree."]],
    ]);
    await act("unhide", "post", source);
    succeeded(await deletePost(ada, source));
    expect(await points(SIGNED_OUT, source)).toMatchObject({ points: [], unanswered: [] });
    expect(await readAnswers(SIGNED_OUT, source, { start: 0, end: 99 })).toBeNull();
  });

  test("of words that were edited away before the post was hidden", async () => {
    const source = await answer(ada, openingId, `An older ${MARKER} sentence.`);
    const quoting = await answer(ben, source, `> An older ${MARKER} sentence.\n\nNo.`);
    succeeded(await editPost(ada, { postId: source, markdown: "Something else." }));
    expect(JSON.stringify(await points(eve, source))).toContain(MARKER);
    await act("hide", "post", source);
    expect(await everythingTold(eve, source)).not.toContain(MARKER);
    expect(await everythingTold(eve, quoting)).not.toContain(MARKER);
  });

  test("of a hidden thread: its address says that it was hidden, and why", async () => {
    await answer(ben, openingId, `> ${MILK}\n\nA ${MARKER} answer.`);
    await act("hide", "thread", threadId);
    for (const which of [{ threadId }, { postId: openingId }]) {
      const page = await readPoints(eve, which, { order: "reading" });
      expect(page).toMatchObject({
        found: "tombstone",
        what: "thread",
        hidden: { reason: "Rude." },
      });
      expect(JSON.stringify(page)).not.toContain("Milk");
    }
  });
});

describe("however much was answered", () => {
  const sentence = (number: number) => `Claim number ${number} is made here.`;

  async function debate(passages: number, authors: readonly Member[]): Promise<number> {
    const claims = Array.from({ length: passages }, (_, number) => sentence(number));
    const source = await answer(ada, openingId, claims.join("\n\n"));
    for (const author of authors) {
      const text = claims.map((claim) => `> ${claim}\n\nSo says ${author.username}.`).join("\n\n");
      await answer(author, source, text);
    }
    return source;
  }

  test("the page asks as many questions of the database, and is no longer than a page", async () => {
    const [few, many] = [await debate(2, [ben]), await debate(300, [ben, eve])];
    const counts = [];
    for (const postId of [few, many]) {
      counts.push(await countStatements(() => points(SIGNED_OUT, postId)));
    }
    expect(counts[1]).toBe(counts[0]);
    const { pages, points: shown, passageCount } = await points(SIGNED_OUT, many);
    expect([pages, shown.length, passageCount]).toEqual([6, 50, 300]);
  });

  test("a link to a passage leads to the page that holds it, also when it has grown since", async () => {
    const source = await debate(60, [ben]);
    const last = sentence(59);
    await answer(eve, source, `> ${sentence(58)} […] ${last}\n\nBoth.`);
    const all = await readPoints(SIGNED_OUT, { postId: source }, { order: "reading", page: 2 });
    const grown = all.found === "points" ? all.points.points.at(-1) : undefined;
    const at = { start: (grown?.end ?? 0) - last.length, end: grown?.end ?? 0 };
    const page = await readPoints(SIGNED_OUT, { postId: source }, { order: "reading", at });
    expect(page).toMatchObject({ found: "points", points: { page: 2 } });
    const found = page.found === "points" ? page.points.points : [];
    expect(found.filter(({ alias }) => alias !== null)).toMatchObject([
      { ...{ start: grown?.start, end: grown?.end }, alias: at },
    ]);
  });

  test("the most answered come first if asked for", async () => {
    await answer(ben, openingId, `> ${WATER}\n\nOne.\n\n> ${MILK}\n\nTwo.`);
    await answer(eve, openingId, `> ${MILK}\n\nThree.`);
    const page = await readPoints(SIGNED_OUT, { threadId }, { order: "most" });
    const shown = page.found === "points" ? page.points.points : [];
    expect(shown.map(({ html }) => textOf(html))).toEqual([MILK, WATER]);
  });

  test("a long answer only begins there", async () => {
    const words = `${randomUUID()} `.repeat(200);
    await answer(ben, openingId, `> ${MILK}\n\n${words}`);
    const [shown] = (await points(SIGNED_OUT)).points[0]?.answers ?? [];
    expect(shown?.cut).toBe(true);
    expect(textOf(shown?.html ?? "")).toHaveLength(1500);
  });
});
