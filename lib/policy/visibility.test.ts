import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/policy/viewer";
import {
  moderatesBoard,
  type PostFacts,
  postSight,
  type QuoteSight,
  quoteSight,
  readable,
  type Sight,
  threadSight,
} from "@/lib/policy/visibility";
import {
  ELSEWHERE,
  factsIn,
  HERE,
  inWords,
  STATES,
  type State,
  VIEWER_NAMES,
  VIEWERS,
  type ViewerName,
} from "@/scripts/test/viewers";

const MODERATORS: readonly ViewerName[] = ["moderator", "authorAndModerator", "admin"];
const isModerator = (name: ViewerName) => MODERATORS.includes(name);
const isAuthor = (name: ViewerName) => name === "author" || name === "authorAndModerator";

function expectedOfThread(name: ViewerName, { threadHidden }: State): Sight {
  if (!threadHidden) return "open";
  return isModerator(name) || name === "threadAuthor" ? "marked" : "hidden";
}

function expectedOfPost(name: ViewerName, state: State): Sight {
  const ofThread = expectedOfThread(name, state);
  if (ofThread === "hidden") return "hidden";
  if (state.hidden && !isModerator(name) && !isAuthor(name)) return "hidden";
  if (state.deleted) return "deleted";
  return state.hidden ? "marked" : ofThread;
}

function expectedOfQuote(name: ViewerName, state: State): QuoteSight {
  const kept = expectedOfThread(name, state) === "hidden";
  if (kept || (state.hidden && !isModerator(name) && !isAuthor(name))) return "redacted";
  if (state.deleted) return "nameless";
  return state.hidden || state.threadHidden ? "marked" : "words";
}

describe.each(VIEWER_NAMES.map((name) => ({ name })))("what $name sees", ({ name }) => {
  const viewer = VIEWERS[name];
  test.each(STATES.map((state) => ({ state, words: inWords(state) })))("$words", ({ state }) => {
    const post = factsIn(state);
    expect(threadSight(viewer, post.thread)).toBe(expectedOfThread(name, state));
    expect(postSight(viewer, post)).toBe(expectedOfPost(name, state));
    expect(quoteSight(viewer, post)).toBe(expectedOfQuote(name, state));
  });
});

test("a board is moderated by admins and by its own moderators", () => {
  const moderating = (board: number) =>
    VIEWER_NAMES.filter((name) => moderatesBoard(VIEWERS[name], board));
  expect(moderating(HERE)).toEqual(MODERATORS);
  expect(moderating(ELSEWHERE)).toEqual(["moderatorElsewhere", "authorAndModerator", "admin"]);
});

test("a quote without a known source is only its quoter's words", () => {
  for (const viewer of Object.values(VIEWERS)) expect(quoteSight(viewer, null)).toBe("words");
});

const id = fc.integer({ min: 1, max: 4 });
const anyViewer: fc.Arbitrary<Viewer> = fc.oneof(
  fc.constant(VIEWERS.signedOut),
  fc.record({
    signedIn: fc.constant<true>(true),
    id,
    username: fc.constant("x"),
    admin: fc.boolean(),
    moderates: fc.array(id, { maxLength: 3 }),
  }),
);
const anyPost: fc.Arbitrary<PostFacts> = fc.record({
  authorId: id,
  hidden: fc.boolean(),
  deleted: fc.boolean(),
  thread: fc.record({ authorId: id, boardId: id, hidden: fc.boolean() }),
});

describe("always", () => {
  test("nobody reads a quote's words whose source they may not read, but for deleted ones", () => {
    fc.assert(
      fc.property(anyViewer, anyPost, (viewer, post) => {
        const sight = postSight(viewer, post);
        const quote = quoteSight(viewer, post);
        if (sight === "hidden") expect(quote).toBe("redacted");
        if (sight === "deleted") expect(quote).toBe("nameless");
        if (sight === "marked") expect(quote).toBe("marked");
        if (sight === "open") expect(quote).toBe("words");
      }),
    );
  });

  test("hiding never shows anybody more, and unhiding gives back what was seen", () => {
    fc.assert(
      fc.property(anyViewer, anyPost, (viewer, post) => {
        const sees = (changed: PostFacts) => Number(readable(postSight(viewer, changed)));
        const shown = { ...post, hidden: false };
        const threadShown = { ...post, thread: { ...post.thread, hidden: false } };
        expect(sees({ ...post, hidden: true })).toBeLessThanOrEqual(sees(shown));
        expect(sees({ ...post, thread: { ...post.thread, hidden: true } })).toBeLessThanOrEqual(
          sees(threadShown),
        );
      }),
    );
  });

  test("deleting never shows anybody a word, nor lifts a redaction", () => {
    fc.assert(
      fc.property(anyViewer, anyPost, (viewer, post) => {
        const deleted = { ...post, deleted: true };
        expect(readable(postSight(viewer, deleted))).toBe(false);
        const was = quoteSight(viewer, { ...post, deleted: false });
        expect(quoteSight(viewer, deleted)).toBe(was === "redacted" ? "redacted" : "nameless");
      }),
    );
  });
});
