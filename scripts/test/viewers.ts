// Every kind of person the policies know, and every state of a post, for tests over all of them.
import { type Member, SIGNED_OUT, type Viewer } from "@/lib/policy/viewer";
import type { PostFacts } from "@/lib/policy/visibility";

/** The board of every thread here, and one that it is not in. */
export const HERE = 1;
export const ELSEWHERE = 2;

/** Authors of the thread and of the post, and somebody else. */
export const THREAD_AUTHOR = 11;
export const POST_AUTHOR = 12;
const STRANGER = 13;

const member = (id: number, more: Partial<Member> = {}): Member => ({
  ...{ signedIn: true, id, username: `person${id}`, admin: false, moderates: [] },
  ...more,
});

export const VIEWERS = {
  signedOut: SIGNED_OUT,
  stranger: member(STRANGER),
  threadAuthor: member(THREAD_AUTHOR),
  author: member(POST_AUTHOR),
  moderator: member(STRANGER, { moderates: [HERE] }),
  moderatorElsewhere: member(STRANGER, { moderates: [ELSEWHERE] }),
  authorAndModerator: member(POST_AUTHOR, { moderates: [ELSEWHERE, HERE] }),
  admin: member(STRANGER, { admin: true }),
} as const satisfies Record<string, Viewer>;

export type ViewerName = keyof typeof VIEWERS;

export const VIEWER_NAMES = Object.keys(VIEWERS) as ViewerName[];

/** What decides about a post, in words of its own. */
export interface State {
  threadHidden: boolean;
  locked: boolean;
  hidden: boolean;
  deleted: boolean;
}

const EITHER = [false, true];

/** All sixteen states of a post. */
export const STATES: readonly State[] = EITHER.flatMap((threadHidden) =>
  EITHER.flatMap((locked) =>
    EITHER.flatMap((hidden) =>
      EITHER.map((deleted) => ({ threadHidden, locked, hidden, deleted })),
    ),
  ),
);

/** A post by POST_AUTHOR in a thread by THREAD_AUTHOR. */
export function factsIn({ threadHidden, locked, hidden, deleted }: State): PostFacts & {
  thread: { locked: boolean };
} {
  const thread = { authorId: THREAD_AUTHOR, boardId: HERE, hidden: threadHidden, locked };
  return { authorId: POST_AUTHOR, hidden, deleted, thread };
}

/** A state as words for the name of a test. */
export function inWords(state: State): string {
  const words = Object.entries(state).flatMap(([name, holds]) => (holds ? [name] : []));
  return words.length === 0 ? "open" : words.join(", ");
}
