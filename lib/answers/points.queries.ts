import { readOthers } from "@/lib/answers/other-sources.queries";
import { answersOf } from "@/lib/answers/passage-answers";
import {
  countAnswers,
  groupAnswers,
  passageAt,
  type StoredAnswer,
  unansweredSentences,
} from "@/lib/answers/passages";
import {
  factsOf,
  readSource,
  type SourceRow,
  type WhichSource,
} from "@/lib/answers/point-source.queries";
import type {
  PassageAnswers,
  PointsPage,
  PointsView,
  PointsWish,
  PointView,
} from "@/lib/answers/points";
import {
  ANSWERS_OF_ONE,
  ANSWERS_PER_PASSAGE,
  aliasOf,
  passagesWished,
} from "@/lib/answers/points-page";
import { answersTo } from "@/lib/answers/queries";
import { readStrays, strayAnswers } from "@/lib/answers/strays.queries";
import { readAnswerTexts } from "@/lib/answers/texts.queries";
import type { Viewer } from "@/lib/policy/viewer";
import { postSight, readable, threadSight } from "@/lib/policy/visibility";
import type { Range } from "@/lib/text/range";
import { sentencesOf } from "@/lib/text/sentences";
import { slicer } from "@/lib/text/slice";
import type { Hues } from "@/lib/threads/hues";
import { readHues } from "@/lib/threads/hues.queries";

/**
 * A post, or the opening post of a thread, seen from what was answered in it; in a fixed number of
 * queries, however much that is.
 */
export async function readPoints(
  viewer: Viewer,
  which: WhichSource,
  wish: PointsWish,
): Promise<PointsPage> {
  const source = await readSource(which);
  if (source === null) return { found: "nothing" };
  const stone = tombstoneOf(viewer, source);
  if (stone !== null) return stone;
  const all = await answersTo(viewer, { threadId: source.thread_id });
  const hues = await readHues(source.thread_id);
  const own = all.filter(({ sourcePostId }) => sourcePostId === source.id);
  const passages = passagesOf(source, own);
  const wished = passagesWished(passages, wish);
  const limit = wish.only === undefined ? ANSWERS_PER_PASSAGE : ANSWERS_OF_ONE;
  const strays = strayAnswers(own);
  const asked = wished.shown.flatMap(({ answers }) => answers.slice(0, limit));
  const texts = await readAnswerTexts(viewer, [...asked, ...strays], hues);
  const htmlOf = slicer(source.html_parts);
  const points = wished.shown.map((passage): PointView => {
    return {
      ...answersOf(passage, source.own_text, texts, limit),
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
  range: Range,
): Promise<PassageAnswers | null> {
  const source = await readSource({ postId });
  if (source === null || !readable(postSight(viewer, factsOf(source)))) return null;
  const own = await answersTo(viewer, { postIds: [postId] });
  const passages = passagesOf(source, own);
  const passage = passageAt(passages, range);
  if (passage === null) return { ...range, answers: [], total: 0 };
  const hues = await readHues(source.thread_id);
  const asked = passage.answers.slice(0, ANSWERS_PER_PASSAGE);
  const texts = await readAnswerTexts(viewer, asked, hues);
  return answersOf(passage, source.own_text, texts, ANSWERS_PER_PASSAGE);
}

/** Of the revision that was read: if it was edited since, its passages are no longer known. */
function passagesOf(source: SourceRow, own: readonly StoredAnswer[]) {
  return groupAnswers(
    own.filter((each) => each.standing === "here" && each.sourceRevisionId === source.revision_id),
  );
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
