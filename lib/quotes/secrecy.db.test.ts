import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { readAnnotations } from "@/lib/annotations/queries";
import { readAnswers, readPoints } from "@/lib/answers/points.queries";
import { db } from "@/lib/db/client";
import { readQuoteGraph } from "@/lib/graph/queries";
import { moderate } from "@/lib/moderation/commands";
import { type Member, SIGNED_OUT, type Viewer } from "@/lib/policy/viewer";
import { previewPost } from "@/lib/posts/preview.queries";
import { readAsQuote, readHistory, readMarkdown, readPost } from "@/lib/posts/queries";
import { readQuote } from "@/lib/quotes/context.queries";
import { readThread } from "@/lib/threads/queries";
import { exportThread } from "@/lib/transfer/export.queries";
import { answer, board, person, succeeded, thread } from "@/scripts/test/debate";
import { toldIn } from "@/scripts/test/told";

// Each run of the property is a debate of its own.
vi.setConfig({ testTimeout: 240_000 });

/** Every one of these words stands in the post that is hidden, and nowhere else. */
const SECRET = ["quuxander", "zanzibarly", "brillig", "slithytove", "wabewise", "gimblery"];

const SENTENCE =
  "The quuxander told the zanzibarly council that brillig mornings come before slithytove evenings, and that wabewise people plan their gimblery days by that.";

const OTHER = "Something else entirely was said here by somebody who is not hidden at all.";

/** Ways in which people repeat a sentence. */
const WAYS: Record<string, (sentence: string) => string> = {
  "word for word": (sentence) => `> ${sentence}`,
  "wrapped, in other letters": (sentence) =>
    `> ${sentence.toUpperCase().replaceAll(", ", ",\n> ")}`,
  "with emphasis": (sentence) => `> ${sentence.replace("council", "**council**")}`,
  "with words left out": (sentence) => `> ${sentence.replace("told the", "[…]")}`,
  "with words put in": (sentence) => `> ${sentence.replace("people", "[wise] people")}`,
  "with words changed": (sentence) => `> ${sentence.replace("mornings come", "evenings went")}`,
  "with words left out silently": (sentence) => `> ${sentence.replace("mornings ", "")}`,
  "among words of others": (sentence) => `> ${OTHER}\n>\n> ${sentence}\n>\n> And more of mine.`,
  "inside a quote": (sentence) => `> > ${sentence}\n>\n> ${OTHER}`,
  "in two pieces": (sentence) => `> ${sentence.replace(", and", "\n\nYes.\n\n> and")}`,
};

const wayArbitrary = fc.constantFrom(...Object.keys(WAYS));

/** All that a viewer is told about a thread and its posts, wherever it is told. */
async function told(viewer: Viewer, threadId: number): Promise<string> {
  const posts = await db().post.findMany({ where: { threadId }, orderBy: { id: "asc" } });
  const quotes = await db().quote.findMany({
    where: { post: { threadId } },
    distinct: ["identity"],
    select: { identity: true },
  });
  const pages: unknown[] = [
    await readThread(viewer, threadId),
    await readQuoteGraph(viewer, threadId),
    await readPoints(viewer, { threadId }, { order: "reading", page: 1 }),
    viewer.signedIn ? null : await exportThread({ audience: "public", forum: "f" }, threadId),
  ];
  for (const { id } of posts) {
    const markdown = await readMarkdown(viewer, id);
    pages.push(
      markdown,
      await readPost(viewer, id),
      await readAsQuote(viewer, id),
      await readHistory(viewer, id),
      await readAnnotations(viewer, id),
      await readPoints(viewer, { postId: id }, { order: "most", page: 1 }),
      await readAnswers(viewer, id, { start: 0, end: 1_000 }),
      markdown === null ? null : await previewPost(viewer, markdown, { post: id, kind: "text" }),
    );
  }
  for (const { identity } of quotes) pages.push(await readQuote(viewer, identity));
  return toldIn(pages);
}

test("what is hidden is told to nobody by any quote of it, and comes back byte for byte", async () => {
  const place = await board();
  const moderator = await person({ moderates: [place.id] });
  const people: Member[] = [await person(), await person(), await person(), await person()];
  const [ada, ben, cleo, dan] = people as [Member, Member, Member, Member];
  await fc.assert(
    fc.asyncProperty(wayArbitrary, wayArbitrary, fc.boolean(), async (first, second, ofQuote) => {
      const opened = await thread(dan, place, OTHER);
      const source = await answer(ada, opened.openingId, `Well. ${SENTENCE} So it is.`);
      const typed = (way: string) => `${WAYS[way]?.(SENTENCE)}\n\nI answer that.`;
      const quoting = await answer(ben, source, typed(first));
      // The second quotes the first one's quote, or the source from elsewhere in the tree.
      await answer(cleo, ofQuote ? quoting : opened.openingId, typed(second));
      const before = await told(SIGNED_OUT, opened.id);
      const target = { target: "post", id: source, reason: "Rude." } as const;
      succeeded(await moderate(moderator, { ...target, verb: "hide" }));
      for (const viewer of [SIGNED_OUT, ben, cleo, dan]) {
        const words = (await told(viewer, opened.id)).toLowerCase();
        expect(SECRET.filter((word) => words.includes(word))).toEqual([]);
      }
      expect(await told(ada, opened.id)).toContain("quuxander");
      succeeded(await moderate(moderator, { ...target, verb: "unhide" }));
      expect(await told(SIGNED_OUT, opened.id)).toBe(before);
    }),
    { numRuns: 10, endOnFailure: true },
  );
});
