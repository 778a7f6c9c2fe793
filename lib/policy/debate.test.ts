import { describe, expect, test } from "vitest";
import {
  mayDelete,
  mayEdit,
  mayModerate,
  mayOpenThread,
  mayReply,
  mayVote,
} from "@/lib/policy/debate";
import type { Decision } from "@/lib/policy/decision";
import type { Viewer } from "@/lib/policy/viewer";
import {
  factsIn,
  inWords,
  STATES,
  type State,
  VIEWER_NAMES,
  VIEWERS,
  type ViewerName,
} from "@/scripts/test/viewers";

type Act = (viewer: Viewer, state: State) => Decision;

/** Who may do something in a state of the post, written out by hand; nobody in all other states. */
interface Expected {
  act: Act;
  may: (state: State) => readonly ViewerName[];
}

const MODERATORS = ["moderator", "authorAndModerator", "admin"] as const;
const MEMBERS = VIEWER_NAMES.filter((name) => name !== "signedOut");
const AUTHORS = ["author", "authorAndModerator"] as const;
const open = ({ threadHidden, hidden, deleted }: State) => !threadHidden && !hidden && !deleted;

const ACTS: Record<string, Expected> = {
  "open a thread": { act: (viewer) => mayOpenThread(viewer), may: () => MEMBERS },
  reply: {
    act: (viewer, state) => mayReply(viewer, factsIn(state), factsIn(state).thread),
    may: (state) => (!open(state) ? [] : state.locked ? MODERATORS : MEMBERS),
  },
  edit: {
    act: (viewer, state) => mayEdit(viewer, factsIn(state), factsIn(state).thread),
    may: (state) => {
      if (!open(state)) return [];
      return state.locked ? ["authorAndModerator"] : AUTHORS;
    },
  },
  delete: {
    act: (viewer, state) => mayDelete(viewer, factsIn(state)),
    may: ({ threadHidden, deleted }) => {
      if (deleted) return [];
      return threadHidden ? ["authorAndModerator"] : AUTHORS;
    },
  },
  vote: {
    act: (viewer, state) => mayVote(viewer, factsIn(state)),
    may: (state) =>
      open(state) ? MEMBERS.filter((name) => !AUTHORS.some((author) => author === name)) : [],
  },
  moderate: {
    act: (viewer, state) => mayModerate(viewer, factsIn(state).thread),
    may: () => MODERATORS,
  },
};

describe.each(Object.entries(ACTS))("who may %s", (_, { act, may }) => {
  test.each(STATES.map((state) => ({ state, name: inWords(state) })))("$name", ({ state }) => {
    const allowed = VIEWER_NAMES.filter((name) => act(VIEWERS[name], state).allowed);
    expect(new Set(allowed)).toEqual(new Set(may(state)));
  });

  test("whoever may not is told why, in a sentence", () => {
    for (const state of STATES) {
      for (const name of VIEWER_NAMES) {
        const decision = act(VIEWERS[name], state);
        if (!decision.allowed) expect(decision.why).toMatch(/^[A-Z].*\.$/);
      }
    }
  });
});

test("the signed out may do nothing but read", () => {
  for (const [name, { act }] of Object.entries(ACTS)) {
    if (name === "read the history") continue;
    for (const state of STATES) expect(act(VIEWERS.signedOut, state).allowed, name).toBe(false);
  }
});

test("somebody suspended may do nothing but read, whatever their roles, and is told until when", () => {
  const until = new Date("2026-11-30T14:00:00Z");
  const restricted = {
    kind: "suspend",
    until,
    reason: "Spam",
    actionId: 1,
    statementId: 1,
  } as const;
  for (const viewer of Object.values(VIEWERS).filter((each) => each.signedIn)) {
    for (const { act } of Object.values(ACTS)) {
      for (const state of STATES) {
        const decision = act({ ...viewer, restricted }, state);
        expect(decision).toEqual({
          allowed: false,
          why: expect.stringContaining("until 2026-11-30 14:00 UTC"),
        });
      }
    }
  }
});

test("somebody of an unknown kind is nobody: neither a moderator of some board nor an author", () => {
  // Such as a session of another version might hold, or a client might make up.
  const unknown = [
    { signedIn: false, id: 12, admin: true, moderates: [1] },
    { signedIn: false, admin: true },
  ] as unknown as Viewer[];
  for (const viewer of unknown) {
    for (const { act, may } of Object.values(ACTS)) {
      for (const state of STATES) {
        expect(act(viewer, state).allowed).toBe(may(state).includes("signedOut"));
      }
    }
  }
});
