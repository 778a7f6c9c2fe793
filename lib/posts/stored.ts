import { answerMarks } from "@/lib/answers/marks";
import { groupAnswers } from "@/lib/answers/passages";
import { type AnswerRow, mayReadAnswer, storedAnswer } from "@/lib/answers/stored";
import {
  type DebateFacts,
  mayDelete,
  mayEdit,
  mayModerate,
  mayReply,
  mayVote,
} from "@/lib/policy/debate";
import { mayReport } from "@/lib/policy/reports";
import { isBlocked } from "@/lib/policy/standing";
import type { Viewer } from "@/lib/policy/viewer";
import { type PostFacts, postSight, readable, type Sight } from "@/lib/policy/visibility";
import type { PostRights, PostView, StatedReason } from "@/lib/posts/view";
import { bodyOf } from "@/lib/quotes/body";
import { type QuoteAspect, StoredQuotes } from "@/lib/quotes/stored";
import { stateOf } from "@/lib/state";
import { markPassages, type PassageMark } from "@/lib/text/passage";
import type { VoteValue } from "@/lib/votes/vote";

/** A post as it is stored, whoever may see it: lib/posts/views.queries.ts reads it. */
export interface PostRow {
  id: number;
  thread_id: number;
  parent_id: number | null;
  author_id: number;
  username: string;
  created_at: Date;
  deleted_at: Date | null;
  hidden_at: Date | null;
  hide_reason: string | null;
  held: boolean;
  off_topic_at: Date | null;
  off_topic_reason: string | null;
  score: number;
  best_rank: number;
  revision_id: number;
  revision_number: number;
  revised_at: Date;
  /** Equal for equal rows: lib/db/rows.ts. */
  state: string;
}

/** What is read beside the row of a post. */
interface Made {
  /** The runs of its current revision. */
  html?: readonly string[] | undefined;
  quotes?: StoredQuotes | undefined;
  /** Those to its current revision. */
  answers?: readonly AnswerRow[] | undefined;
}

/**
 * The state of a post.
 *
 * @param parts the states of its row, of its quotes together, and of the answers to it together
 */
export function postState(parts: readonly (string | undefined)[]): string {
  return parts.map((part) => part ?? "").join("/");
}

/** How a viewer sees a post: all that makes the views of two viewers differ. */
interface Aspect {
  sight: Sight;
  rights: PostRights;
  ownVote: VoteValue;
  quotes: QuoteAspect | null;
  /** Its author is somebody whom the viewer blocked. */
  blocked: boolean;
  /** Which of the answers to it the viewer may not read, by their place. */
  unreadable: number[];
}

/** Signed out, signed in, by its author: a post is rarely seen in more ways at a time. */
const KEPT_VIEWS = 3;

const NO_QUOTES = new StoredQuotes([]);

/**
 * A post with its quotes and the answers to it, as it is stored. What of it somebody is shown comes
 * out of `seenBy` alone. All who see it in the same way get the same view, made once.
 */
export class StoredPost {
  readonly #row: PostRow;
  readonly #html: readonly string[];
  readonly #quotes: StoredQuotes;
  readonly #answers: readonly AnswerRow[];
  readonly #views = new Map<string, PostView>();
  /** Equal for equal posts; the text is in it as the id of its revision, which never changes. */
  readonly state: string;
  /** About how much memory it takes with its views, and the HTML drawn of them, in bytes. */
  readonly size: number;

  constructor(row: PostRow, { html = [], quotes = NO_QUOTES, answers = [] }: Made) {
    this.#row = row;
    this.#html = html;
    this.#quotes = quotes;
    this.#answers = answers.filter((answer) => storedAnswer(answer).standing === "here");
    this.state = postState([row.state, quotes.state, stateOf(answers)]);
    const text = html.reduce((sum, run) => sum + run.length, 0);
    this.size = 8 * (text + quotes.size + 500 * answers.length) + 8_000;
  }

  get id(): number {
    return this.#row.id;
  }

  /**
   * @param thread the thread it is in
   * @param arrival marks of the characters that a link led to
   */
  seenBy(
    viewer: Viewer,
    thread: DebateFacts,
    ownVote: VoteValue,
    arrival: readonly PassageMark[] = [],
  ): PostView {
    const aspect = this.#aspectFor(viewer, thread, ownVote);
    if (arrival.length > 0) return this.#seen(aspect, arrival);
    const key = JSON.stringify(aspect);
    const known = this.#views.get(key);
    if (known !== undefined) return known;
    const view = this.#seen(aspect, []);
    if (this.#views.size >= KEPT_VIEWS) this.#views.clear();
    this.#views.set(key, view);
    return view;
  }

  #aspectFor(viewer: Viewer, thread: DebateFacts, ownVote: VoteValue): Aspect {
    const facts: PostFacts = {
      authorId: this.#row.author_id,
      hidden: this.#row.hidden_at !== null,
      deleted: this.#row.deleted_at !== null,
      thread,
    };
    const sight = postSight(viewer, facts);
    const seen = readable(sight);
    return {
      sight,
      rights: rightsOf(viewer, facts, thread),
      ownVote: seen ? ownVote : 0,
      quotes: seen ? this.#quotes.aspectFor(viewer) : null,
      blocked: seen && isBlocked(viewer, facts.authorId),
      unreadable: seen
        ? this.#answers.flatMap((row, place) => (mayReadAnswer(viewer, row) ? [] : [place]))
        : [],
    };
  }

  #seen(aspect: Aspect, arrival: readonly PassageMark[]): PostView {
    const row = this.#row;
    const shown = {
      id: row.id,
      threadId: row.thread_id,
      parentId: row.parent_id,
      sight: aspect.sight,
      createdAt: row.created_at,
      revision: row.revision_number,
      deletedAt: row.deleted_at,
      hidden: stated(row.hidden_at, row.hide_reason, row.held),
      offTopic: stated(row.off_topic_at, row.off_topic_reason),
      rights: aspect.rights,
    };
    if (aspect.quotes === null) {
      return {
        ...shown,
        author: null,
        editedAt: null,
        score: 0,
        bestRank: 0,
        ownVote: 0,
        quotes: [],
        body: [],
        answeredPassages: 0,
        blocked: false,
        empty: true,
      };
    }
    const unreadable = new Set(aspect.unreadable);
    const answers = this.#answers.filter((_, place) => !unreadable.has(place));
    const passages = groupAnswers(answers.map(storedAnswer));
    const quotes = this.#quotes.seen(aspect.quotes);
    const html = this.#html;
    let body: PostView["body"] | undefined;
    return {
      ...shown,
      author: { id: row.author_id, username: row.username },
      editedAt: row.revision_number > 1 ? row.revised_at : null,
      score: row.score,
      bestRank: row.best_rank,
      ownVote: aspect.ownVote,
      quotes,
      // Made when it is drawn: of a long thread one page is, and marking has to parse the HTML.
      get body() {
        const marks = [...arrival, ...answerMarks(row.id, passages)];
        body ??= bodyOf(marks.length === 0 ? html : markPassages(html, marks), quotes);
        return body;
      },
      answeredPassages: passages.length,
      blocked: aspect.blocked,
      empty: false,
    };
  }
}

function stated(at: Date | null, reason: string | null, held = false): StatedReason | null {
  return at === null ? null : { at, reason: reason ?? "", held };
}

function rightsOf(viewer: Viewer, post: PostFacts, thread: DebateFacts): PostRights {
  return {
    reply: mayReply(viewer, post, thread).allowed,
    vote: mayVote(viewer, post).allowed,
    edit: mayEdit(viewer, post, thread).allowed,
    delete: mayDelete(viewer, post).allowed,
    moderate: mayModerate(viewer, thread).allowed,
    report: mayReport(viewer, post).allowed,
  };
}
