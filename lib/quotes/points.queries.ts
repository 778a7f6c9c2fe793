import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { groupBy } from "@/lib/group";
import type { Viewer } from "@/lib/policy/viewer";
import {
  listedPosts,
  type PostFacts,
  postSight,
  readable,
  threadSight,
} from "@/lib/policy/visibility";
import {
  type Answer,
  type AnsweredPassage,
  groupAnswers,
  passageAt,
  unansweredSentences,
} from "@/lib/quotes/answers";
import {
  answerKey,
  answersTo,
  readAnswerTexts,
  type Sources,
  type StoredAnswer,
} from "@/lib/quotes/answers.queries";
import {
  ANSWERS_OF_ONE,
  ANSWERS_PER_PASSAGE,
  type AnswerView,
  inOrder,
  type OtherSource,
  PASSAGES_PER_PAGE,
  type PassageAnswers,
  type PointsPage,
  type PointsView,
  type PointsWish,
  type PointView,
  type StrayAnswer,
} from "@/lib/quotes/points";
import { quotesOf } from "@/lib/quotes/queries";
import { sliceCodePoints } from "@/lib/text/code-points";
import { sentencesOf } from "@/lib/text/sentences";
import { LEFT_OUT, slicer, type TextRange } from "@/lib/text/slice";
import { snippet } from "@/lib/text/snippet";
import type { Hues } from "@/lib/threads/hues";
import { readHues } from "@/lib/threads/hues.queries";

interface SourceRow {
  id: number;
  thread_id: number;
  parent_id: number | null;
  author_id: number;
  username: string;
  created_at: Date;
  deleted: boolean;
  hidden_at: Date | null;
  hide_reason: string | null;
  html_parts: string[];
  own_text: string;
  title: string;
  thread_author_id: number;
  board_id: number;
  thread_hidden_at: Date | null;
  thread_hide_reason: string | null;
}

type Passage = AnsweredPassage<StoredAnswer>;

/**
 * A post, or the opening post of a thread, seen from what was answered in it; in a fixed number of
 * queries, however much that is.
 */
export async function readPoints(
  viewer: Viewer,
  which: Sources,
  wish: PointsWish,
): Promise<PointsPage> {
  const source = await readSource(which);
  if (source === null) return { found: "nothing" };
  const stone = tombstoneOf(viewer, source);
  if (stone !== null) return stone;
  const all = await answersTo(viewer, { threadId: source.thread_id });
  const hues = await readHues(source.thread_id);
  const own = all.filter(({ sourcePostId }) => sourcePostId === source.id);
  const passages = groupAnswers(own.filter(({ standing }) => standing === "here"));
  const wished = passagesWished(passages, wish);
  const limit = wish.only === undefined ? ANSWERS_PER_PASSAGE : ANSWERS_OF_ONE;
  const strays = strayAnswers(own);
  const asked = wished.shown.flatMap(({ answers }) => answers.slice(0, limit));
  const texts = await readAnswerTexts(viewer, [...asked, ...strays], hues);
  const views = (passage: Passage) => answersOf(passage, source.own_text, texts, limit);
  const htmlOf = slicer(source.html_parts);
  const points = wished.shown.map((passage): PointView => {
    return {
      ...views(passage),
      html: htmlOf(passage.ranges),
      alias: aliasOf(passage, passages, wish),
    };
  });
  const sentences = unansweredSentences(readSentences(viewer, source), passages);
  return {
    found: "points",
    points: {
      ...headOf(viewer, source, hues),
      order: wish.order,
      only: wish.only !== undefined,
      ...{ page: wished.page, pages: wished.pages, points },
      passageCount: passages.length,
      answerCount: countAnswers(passages),
      unanswered: sentences.slice(0, SENTENCES_SHOWN).map(({ text }) => text),
      unansweredCount: sentences.length,
      ...(await readStrays(viewer, strays, texts)),
      others: await readOthers(viewer, source.id, all, hues),
      hues,
    },
  };
}

/** Sentences nobody answered: an essay may have thousands. */
const SENTENCES_SHOWN = 300;

/**
 * The answers to the passage that some characters of a post are part of; null where the viewer may
 * not read the post.
 */
export async function readAnswers(
  viewer: Viewer,
  postId: number,
  range: TextRange,
): Promise<PassageAnswers | null> {
  const source = await readSource({ postId });
  if (source === null || !readable(postSight(viewer, factsOf(source)))) return null;
  const own = await answersTo(viewer, { postId });
  const passages = groupAnswers(own.filter(({ standing }) => standing === "here"));
  const passage = passageAt(passages, range);
  if (passage === null) return { ...range, answers: [], total: 0 };
  const hues = await readHues(source.thread_id);
  const asked = passage.answers.slice(0, ANSWERS_PER_PASSAGE);
  const texts = await readAnswerTexts(viewer, asked, hues);
  return answersOf(passage, source.own_text, texts, ANSWERS_PER_PASSAGE);
}

async function readSource(which: Sources): Promise<SourceRow | null> {
  const condition =
    "threadId" in which
      ? Prisma.sql`p.thread_id = ${which.threadId} AND p.parent_id IS NULL`
      : Prisma.sql`p.id = ${which.postId}`;
  const [row] = await db().$queryRaw<SourceRow[]>`
    SELECT p.id, p.thread_id, p.parent_id, p.author_id, u.username, p.created_at,
           p.deleted_at IS NOT NULL AS deleted, ph.created_at AS hidden_at,
           ph.reason AS hide_reason, r.html_parts, r.own_text, t.title,
           t.author_id AS thread_author_id, t.board_id, th.created_at AS thread_hidden_at,
           th.reason AS thread_hide_reason
      FROM posts p
      JOIN users u ON u.id = p.author_id
      JOIN revisions r ON r.id = p.current_revision_id
      JOIN threads t ON t.id = p.thread_id
      LEFT JOIN moderation_actions ph ON ph.id = p.hide_action_id
      LEFT JOIN moderation_actions th ON th.id = t.hide_action_id
     WHERE ${condition}
     ORDER BY p.id LIMIT 1`;
  return row ?? null;
}

function factsOf(source: SourceRow): PostFacts {
  const thread = {
    authorId: source.thread_author_id,
    boardId: source.board_id,
    hidden: source.thread_hidden_at !== null,
  };
  const { author_id: authorId, deleted, hidden_at } = source;
  return { authorId, deleted, hidden: hidden_at !== null, thread };
}

function tombstoneOf(viewer: Viewer, source: SourceRow): PointsPage | null {
  const facts = factsOf(source);
  if (source.thread_hidden_at !== null && !readable(threadSight(viewer, facts.thread))) {
    const hidden = { at: source.thread_hidden_at, reason: source.thread_hide_reason ?? "" };
    return { found: "tombstone", what: "thread", hidden };
  }
  if (postSight(viewer, facts) !== "hidden") return null;
  if (source.hidden_at === null) return { found: "nothing" };
  const hidden = { at: source.hidden_at, reason: source.hide_reason ?? "" };
  return { found: "tombstone", what: "post", hidden };
}

function headOf(
  viewer: Viewer,
  source: SourceRow,
  hues: Hues,
): Pick<PointsView, "thread" | "post"> {
  const sight = postSight(viewer, factsOf(source));
  const author = { username: source.username, hue: hues[source.author_id] ?? null };
  const hidden = source.hidden_at && { at: source.hidden_at, reason: source.hide_reason ?? "" };
  return {
    thread: { id: source.thread_id, title: source.title },
    post: {
      id: source.id,
      opening: source.parent_id === null,
      ...{ sight, hidden, author: readable(sight) ? author : null },
      createdAt: source.created_at,
    },
  };
}

/** Of a post that the viewer may not read, none. */
function readSentences(viewer: Viewer, source: SourceRow) {
  return readable(postSight(viewer, factsOf(source))) ? sentencesOf(source.html_parts) : [];
}

function passagesWished(passages: readonly Passage[], { order, page, at, only }: PointsWish) {
  if (only !== undefined) {
    const passage = passageAt(passages, only);
    return { shown: passage === null ? [] : [passage], page: 1, pages: 1 };
  }
  const sorted = inOrder(passages, order);
  const pages = Math.max(1, Math.ceil(sorted.length / PASSAGES_PER_PAGE));
  const wanted = at && passageAt(passages, at);
  const holding = wanted && Math.floor(sorted.indexOf(wanted) / PASSAGES_PER_PAGE) + 1;
  const shownPage = Math.min(pages, page ?? holding ?? 1);
  const first = (shownPage - 1) * PASSAGES_PER_PAGE;
  return { shown: sorted.slice(first, first + PASSAGES_PER_PAGE), page: shownPage, pages };
}

/** Other answers make a passage grow; a link to what it was still leads to it. */
function aliasOf(passage: Passage, passages: readonly Passage[], { at }: PointsWish) {
  if (at === undefined || (at.start === passage.start && at.end === passage.end)) return null;
  return passageAt(passages, at) === passage ? at : null;
}

function answersOf(
  passage: Passage,
  ownText: string,
  texts: ReadonlyMap<string, AnswerView>,
  limit: number,
): PassageAnswers {
  const { start, end, answers } = passage;
  const shown = answers.slice(0, limit).flatMap((answer) => {
    const view = texts.get(answerKey(answer));
    return view === undefined ? [] : [quoting(view, answer, passage, ownText)];
  });
  return { start, end, answers: shown, total: answers.length };
}

/** So many characters say which words of a passage are meant (code points). */
const WORDS_SHOWN = 140;

function quoting(
  view: AnswerView,
  { quotes }: Answer<StoredAnswer>,
  passage: Passage,
  ownText: string,
): AnswerView {
  const status = quotes.find((quote) => quote.status !== "verbatim")?.status ?? "verbatim";
  // The same words, within a passage and without: those of the source as the viewer reads it there.
  const quoted = groupAnswers(quotes.map((quote) => ({ ...quote, ranges: quote.ranges })));
  const ranges = quoted.flatMap((each) => each.ranges).sort((a, b) => a.start - b.start);
  if (sameRanges(ranges, passage.ranges)) return { ...view, status };
  const words = ranges.map(({ start, end }) => sliceCodePoints(ownText, start, end));
  return { ...view, status, words: snippet(words.join(LEFT_OUT), WORDS_SHOWN) };
}

function sameRanges(one: readonly TextRange[], other: readonly TextRange[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ start, end }, at) => other[at]?.start === start && other[at]?.end === end)
  );
}

function countAnswers(passages: readonly Passage[]): number {
  return new Set(passages.flatMap(({ answers }) => answers.map(answerKey))).size;
}

/** Of each kind so many are listed. */
const STRAYS_SHOWN = 50;

type Stray = Answer<StoredAnswer> & { standing: StoredAnswer["standing"] };

function strayAnswers(own: readonly StoredAnswer[]): Stray[] {
  return (["edited", "ambiguous"] as const).flatMap((standing) =>
    own
      .filter((each) => each.standing === standing)
      .slice(0, STRAYS_SHOWN)
      .map((quote) => ({ standing, postId: quote.postId, run: quote.run, quotes: [quote] })),
  );
}

/** The words that strays quote come from where all quoted words come from. */
async function readStrays(
  viewer: Viewer,
  strays: readonly Stray[],
  texts: ReadonlyMap<string, AnswerView>,
): Promise<Pick<PointsView, "edited" | "ambiguous">> {
  const revisions = new Set(strays.flatMap(({ quotes }) => quotes.map((each) => each.revisionId)));
  const known = [...(await quotesOf(viewer, [...revisions])).values()].flat();
  const byId = new Map(known.map((quote) => [quote.id, quote]));
  const listed = (standing: StoredAnswer["standing"]) =>
    strays.flatMap((stray): StrayAnswer[] => {
      const quote = byId.get(stray.quotes[0]?.id ?? 0);
      const answer = texts.get(answerKey(stray));
      if (stray.standing !== standing || quote === undefined || answer === undefined) return [];
      return [{ quote, answer }];
    });
  return { edited: listed("edited"), ambiguous: listed("ambiguous") };
}

/** So many other posts of the thread are offered. */
const OTHERS_SHOWN = 12;

const EXCERPT = 110;

async function readOthers(
  viewer: Viewer,
  postId: number,
  all: readonly StoredAnswer[],
  hues: Hues,
): Promise<OtherSource[]> {
  const elsewhere = all.filter((each) => each.standing === "here" && each.sourcePostId !== postId);
  const counted = [...groupBy(elsewhere, ({ sourcePostId }) => sourcePostId)]
    .map(([id, answers]) => ({ id, answers: new Set(answers.map(answerKey)).size }))
    .sort((a, b) => b.answers - a.answers || a.id - b.id)
    .slice(0, OTHERS_SHOWN);
  const rows = await db().post.findMany({
    where: { id: { in: counted.map(({ id }) => id) }, ...listedPosts(viewer) },
    select: {
      ...{ id: true, parentId: true, authorId: true },
      author: { select: { username: true } },
      currentRevision: { select: { ownText: true } },
    },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return counted.flatMap(({ id, answers }): OtherSource[] => {
    const row = byId.get(id);
    if (row === undefined) return [];
    return [
      {
        ...{ postId: id, opening: row.parentId === null, answers },
        author: row.author.username,
        hue: hues[row.authorId] ?? null,
        excerpt: snippet(row.currentRevision?.ownText ?? "", EXCERPT),
      },
    ];
  });
}
