import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { moderate } from "@/lib/moderation/commands";
import { type Member, SIGNED_OUT, type Viewer } from "@/lib/policy/viewer";
import { deletePost, editPost } from "@/lib/posts/commands";
import { previewPost } from "@/lib/posts/preview.queries";
import { readHistory, readMarkdown, readPost } from "@/lib/posts/queries";
import { passageOf, quotesOf } from "@/lib/quotes/queries";
import { readThread } from "@/lib/threads/queries";
import { answer, board, person, succeeded, thread } from "@/scripts/test/debate";
import { brokenInvariants, storedMarkdown } from "@/scripts/test/invariants";

/** Words that stand in the hidden post alone. */
const MARKER = "zanzibarquux";
/** What everybody may read. */
const OPENING = "What the thread begins with, in so many words that they are most of any quote.";
const SECRET = `The ${MARKER} passage that is hidden now.`;

let ada: Member;
let ben: Member;
let eve: Member;
let moderator: Member;
let openingId: number;
let threadId: number;
/** Ada's post with the secret, and Ben's that quotes it. */
let sourceId: number;
let quotingId: number;
let quoteId: number;

const hide = async (id: number) =>
  succeeded(await moderate(moderator, { verb: "hide", target: "post", id, reason: "Rude." }));

beforeEach(async () => {
  const place = await board();
  ada = await person();
  ben = await person();
  eve = await person();
  moderator = await person({ moderates: [place.id] });
  const opened = await thread(eve, place, OPENING);
  openingId = opened.openingId;
  threadId = opened.id;
  sourceId = await answer(ada, openingId, SECRET);
  quotingId = await answer(ben, sourceId, `> ${SECRET}\n\nI disagree.`);
  quoteId = (await db().quote.findFirstOrThrow({ where: { postId: quotingId } })).id;
  await hide(sourceId);
});

/** All that the pages of a post say to a viewer. */
async function pagesOf(viewer: Viewer, postId: number): Promise<string> {
  return JSON.stringify([
    await readPost(viewer, postId),
    await readMarkdown(viewer, postId),
    await readHistory(viewer, postId),
    await readThread(viewer, threadId),
  ]);
}

/** Ways of putting the placeholder of a hidden quote where its words might come out. */
const TRICKS: [string, (placeholder: string) => string][] = [
  ["in a fenced code block", (line) => `\`\`\`\n${line}\n\`\`\`\n\nMine.`],
  ["in a fence of tildes", (line) => `~~~\n${line}\n~~~\n\nMine.`],
  ["with a line of quote under it", (line) => `${line}\n> and more\n\nMine.`],
  ["with a line of quote above it", (line) => `> and more\n${line}\n\nMine.`],
  ["twice in one block", (line) => `${line}\n${line}\n\nMine.`],
  ["deeper than it was", (line) => `> > ${line}\n\nMine.`],
  ["in a list", (line) => `- one\n\n${line}\n  two\n\nMine.`],
  ["with text right after it", (line) => `${line}\nMine.`],
  ["above other words of its block", (line) => `${line}\n>\n> and more\n\nMine.`],
  ["below other words of its block", (line) => `> and more\n>\n${line}\n\nMine.`],
  ["between other words", (line) => `> and\n>\n${line}\n>\n> more\n\nMine.`],
  ["twice between other words", (line) => `> and\n>\n${line}\n>\n${line}\n>\n> more\n\nMine.`],
  ["above words of another post", (line) => `${line}\n>\n> ${OPENING}\n\nMine.`],
  ["below words of another post", (line) => `> ${OPENING}\n>\n${line}\n\nMine.`],
  ["in code of its block", (line) => `> \`\`\`\n>\n${line}\n>\n> \`\`\`\n\nMine.`],
  ["behind code without an end", (line) => `> \`\`\`\n>\n${line}\n\nMine.`],
  ["between items of a list", (line) => `> - one\n>\n${line}\n>\n> - two\n\nMine.`],
  ["as an item of a list", (line) => `> - one\n>\n>   ${line.slice(2)}\n>\n> - two\n\nMine.`],
  ["as indented code", (line) => `> one\n>\n>     ${line.slice(2)}\n\nMine.`],
  ["behind a quote in its block", (line) => `> > one\n>\n${line}\n\nMine.`],
  ["above a quote in its block", (line) => `${line}\n>\n> > one\n\nMine.`],
  ["as what a link leads to", (line) => `> [x]:\n>\n${line}\n>\n> [x]\n\nMine.`],
  ["in a table", (line) => `> | a |\n> |---|\n>\n${line}\n\nMine.`],
];

describe("the words of a hidden post do not come out by editing a post that quotes it", () => {
  test.each(TRICKS)("with the placeholder %s", async (_, trick) => {
    const markdown = trick(`> [hidden quote ${quoteId}]`);
    // Refusing such a text is as good as keeping the words back.
    await editPost(ben, { postId: quotingId, markdown });
    for (const viewer of [SIGNED_OUT, ben, eve]) {
      expect((await pagesOf(viewer, quotingId)).includes(MARKER)).toBe(false);
    }
  });
});

describe("a hidden quote among others in one block", () => {
  const MARKDOWN = `> ${OPENING}\n>\n> ${SECRET}\n>\n> Words from a book.\n\nThree things.`;

  async function stored(postId: number): Promise<string> {
    return (await storedMarkdown()).get(postId) ?? "";
  }

  async function edited(markdown: string): Promise<number> {
    const block = await answer(ben, openingId, MARKDOWN);
    const shown = (await readMarkdown(ben, block)) ?? "";
    expect(shown).toMatch(/>\n> \[hidden quote \d+\]\n>\n> Words from a book/);
    succeeded(await editPost(ben, { postId: block, markdown: `${shown}${markdown}` }));
    expect((await pagesOf(eve, block)).includes(MARKER)).toBe(false);
    return block;
  }

  test("is hidden alone, and comes back byte for byte", async () => {
    const block = await edited(" And more.");
    expect(await stored(block)).toBe(`${MARKDOWN} And more.`);
    expect(JSON.stringify(await readPost(eve, block))).toContain("Words from a book");
    expect(await brokenInvariants()).toEqual([]);
    succeeded(
      await moderate(moderator, { verb: "unhide", target: "post", id: sourceId, reason: "Fine." }),
    );
    expect(await readMarkdown(eve, block)).toBe(`${MARKDOWN} And more.`);
  });

  test("stays what it is when its neighbours go", async () => {
    const block = await answer(ben, openingId, MARKDOWN);
    const shown = (await readMarkdown(ben, block)) ?? "";
    const line = /^> \[hidden quote \d+\]$/m.exec(shown)?.[0] ?? "";
    succeeded(await editPost(ben, { postId: block, markdown: `${line}\n\nOne thing.` }));
    expect((await pagesOf(eve, block)).includes(MARKER)).toBe(false);
    expect(await stored(block)).toBe(`> ${SECRET}\n\nOne thing.`);
  });
});

describe("nor by a preview", () => {
  test.each(TRICKS)("with the placeholder %s", async (_, trick) => {
    const markdown = trick(`> [hidden quote ${quoteId}]`);
    for (const viewer of [SIGNED_OUT, eve, ben]) {
      const preview = await previewPost(viewer, markdown, { post: quotingId, kind: "text" });
      expect(JSON.stringify(preview).includes(MARKER)).toBe(false);
    }
  });

  test("of the very words", async () => {
    for (const place of [{ parent: openingId }, { parent: sourceId }, { post: quotingId }]) {
      const preview = await previewPost(eve, `> [hidden quote ${quoteId}]\n\nHm.`, place);
      expect(JSON.stringify(preview).includes(MARKER)).toBe(false);
    }
  });

  test("of the quoting post by its author, who is shown that something is hidden there", async () => {
    const shown = (await readMarkdown(ben, quotingId)) ?? "";
    const { body } = await previewPost(ben, shown, { post: quotingId, kind: "text" });
    expect(body[0]).toMatchObject({ kind: "quote", quote: { sight: "redacted", htmlParts: [] } });
  });
});

describe("words that were edited away from a post before it was hidden", () => {
  const OLD = `An older ${MARKER} sentence of the same post.`;

  beforeEach(async () => {
    sourceId = await answer(ada, openingId, OLD);
    quotingId = await answer(ben, sourceId, `> ${OLD}\n\nNo.`);
    succeeded(await editPost(ada, { postId: sourceId, markdown: "Something else altogether." }));
  });

  test("stay hidden when the quoting post is edited after the hiding", async () => {
    await hide(sourceId);
    const shown = (await readMarkdown(ben, quotingId)) ?? "";
    succeeded(await editPost(ben, { postId: quotingId, markdown: `${shown} Really.` }));
    expect((await pagesOf(eve, quotingId)).includes(MARKER)).toBe(false);
  });

  test("or before it", async () => {
    const markdown = `> ${OLD}\n\nNo, never.`;
    succeeded(await editPost(ben, { postId: quotingId, markdown }));
    await hide(sourceId);
    expect((await pagesOf(eve, quotingId)).includes(MARKER)).toBe(false);
  });

  test("or when somebody quotes them from the history", async () => {
    const late = await answer(eve, openingId, `> ${OLD}\n\nI remember.`);
    await hide(sourceId);
    expect((await pagesOf(ben, late)).includes(MARKER)).toBe(false);
  });
});

describe("a preview does not tell whether a guess stands in a hidden or deleted post", () => {
  test("right and wrong guesses look alike", async () => {
    const child = await answer(ben, quotingId, "A post that can be answered.");
    const guess = async (words: string) => {
      const { body } = await previewPost(eve, `> ${words}`, { parent: child });
      return JSON.stringify(body).replaceAll(words, "");
    };
    expect(await guess(SECRET)).toBe(await guess("Some words that nobody ever wrote."));
    succeeded(await deletePost(ben, quotingId));
    expect(await guess("I disagree.")).toBe(await guess("I agree to it."));
  });
});

describe("a quote of words that stand in several hidden posts", () => {
  test("is hidden with them, though nobody knows which was meant", async () => {
    const twice = "The same spam in two posts of this thread.";
    const spam = [await answer(ada, openingId, twice), await answer(ada, openingId, twice)];
    const quoting = await answer(ben, openingId, `> ${twice}\n\nPlease stop this.`);
    for (const id of spam) await hide(id);
    expect((await pagesOf(eve, quoting)).includes("The same spam")).toBe(false);
  });
});

describe("a link to a passage", () => {
  test("marks nothing for a quote by a hidden or deleted post, and nothing that is not there", async () => {
    const passage = await answer(eve, openingId, "A passage to be quoted by somebody.");
    const quoting = await answer(ben, passage, "> A passage to be quoted by somebody.\n\nYes.");
    const { identity } = await db().quote.findFirstOrThrow({ where: { postId: quoting } });
    expect(await passageOf(identity)).toEqual({
      postId: passage,
      ranges: [{ start: 0, end: 35 }],
    });
    await hide(quoting);
    expect(await passageOf(identity)).toBeNull();
    expect(await passageOf(2_147_483_647)).toBeNull();
  });

  test("leads nowhere once the words are edited away", async () => {
    const passage = await answer(eve, openingId, "A passage to be quoted by somebody.");
    const quoting = await answer(ben, passage, "> A passage to be quoted by somebody.\n\nYes.");
    const { identity } = await db().quote.findFirstOrThrow({ where: { postId: quoting } });
    succeeded(await editPost(eve, { postId: passage, markdown: "Nothing of it is left." }));
    expect(await passageOf(identity)).toBeNull();
  });
});

describe("the mark 'source edited'", () => {
  async function quoteIn(postId: number) {
    const post = await db().post.findUniqueOrThrow({ where: { id: postId } });
    const revisionId = post.currentRevisionId ?? 0;
    return (await quotesOf(SIGNED_OUT, [revisionId])).get(revisionId)?.[0];
  }

  test("is set only if the quoted words changed, not by an edit elsewhere in the source", async () => {
    const source = await answer(eve, openingId, "The words that are quoted.\n\nSome others.");
    const quoting = await answer(ben, source, "> The words that are quoted.\n\nYes.");
    const edits = [
      { markdown: "Before.\n\nThe words that are quoted.\n\nSome others.", sourceEdited: false },
      { markdown: "The *words* that are **quoted**.", sourceEdited: false },
      { markdown: "The words that were quoted.", sourceEdited: true },
      { markdown: "Again. The words that are quoted.", sourceEdited: false },
    ];
    for (const { markdown, sourceEdited } of edits) {
      succeeded(await editPost(eve, { postId: source, markdown }));
      expect(await quoteIn(quoting), markdown).toMatchObject({ sourceEdited });
    }
  });

  test("is not set by an edit elsewhere if the quoted words stand in the source twice", async () => {
    const source = await answer(eve, openingId, "Said twice over.\n\nX.\n\nSaid twice over.");
    const quoting = await answer(ben, source, "> Said twice over.\n\nYes.");
    expect(await quoteIn(quoting)).toMatchObject({ status: "ambiguous", sourceEdited: false });
    const markdown = "Said twice over.\n\nAnother letter.\n\nSaid twice over.";
    succeeded(await editPost(eve, { postId: source, markdown }));
    expect(await quoteIn(quoting)).toMatchObject({ sourceEdited: false });
  });
});
