import { describe, expect, test } from "vitest";
import type { Decision } from "@/lib/policy/decision";
import {
  mayBan,
  mayHideAll,
  mayLift,
  mayReadRecord,
  maySuspend,
  mayWarn,
  mayWithdrawWarning,
  type PersonFacts,
} from "@/lib/policy/people";
import { isBlocked, mayBlock, mayMute, mayWrite, restrictionInWords } from "@/lib/policy/standing";
import type { Member, Restriction, Viewer } from "@/lib/policy/viewer";
import { HERE, VIEWER_NAMES, VIEWERS, type ViewerName } from "@/scripts/test/viewers";

const person = (id: number, more: Partial<PersonFacts> = {}): PersonFacts => ({
  ...{ id, admin: false, moderates: [], wroteIn: [HERE] },
  ...more,
});

/** Those who may be acted on, by what they are; nobody of `viewers.ts` has these ids but where said. */
const PEOPLE: Record<string, PersonFacts> = {
  "a member who wrote here": person(99),
  "a member who wrote nowhere": person(99, { wroteIn: [] }),
  "a moderator of this board": person(99, { moderates: [HERE] }),
  "an admin": person(99, { admin: true }),
  themselves: person(13),
};

type Act = (viewer: Viewer, person: PersonFacts) => Decision;

const ACTS: Record<string, Act> = {
  warn: mayWarn,
  suspend: maySuspend,
  ban: mayBan,
  lift: mayLift,
  "hide all of": mayHideAll,
};

/** Who may, written out by hand. */
function expected(act: string, whom: string): ViewerName[] {
  if (whom === "an admin") return [];
  // The stranger, the moderators of one board and the admin all have the id of "themselves".
  if (whom === "themselves") return act === "warn" ? ["authorAndModerator"] : [];
  if (act === "warn" && whom === "a member who wrote here") {
    return ["moderator", "authorAndModerator", "admin"];
  }
  return ["admin"];
}

describe.each(Object.keys(ACTS))("who may %s", (act) => {
  test.each(Object.keys(PEOPLE))("%s", (whom) => {
    const facts = PEOPLE[whom];
    if (facts === undefined) throw new Error("Nobody.");
    const decisions = VIEWER_NAMES.map(
      (name) => [name, ACTS[act]?.(VIEWERS[name], facts)] as const,
    );
    const allowed = decisions.flatMap(([name, decision]) => (decision?.allowed ? [name] : []));
    expect(allowed).toEqual(expected(act, whom));
    for (const [, decision] of decisions) {
      if (decision?.allowed === false) expect(decision.why).toMatch(/^[A-Z].*\.$/);
    }
  });
});

test("a record is read by the person and by whoever moderates something", () => {
  const readers = VIEWER_NAMES.filter((name) => mayReadRecord(VIEWERS[name], { id: 12 }).allowed);
  expect(readers).toEqual([
    ...(["author", "moderator", "moderatorElsewhere", "authorAndModerator", "admin"] as const),
  ]);
});

const SUSPENDED: Restriction = {
  ...{ kind: "suspend", reason: "Spam", actionId: 1, statementId: 2 },
  until: new Date("2026-11-30T14:00:00Z"),
};

test("somebody restricted may act on nobody and write nothing, whatever their roles", () => {
  for (const viewer of Object.values(VIEWERS)) {
    if (!viewer.signedIn) continue;
    const restricted: Member = { ...viewer, restricted: SUSPENDED };
    expect(mayWrite(restricted).allowed).toBe(false);
    for (const act of Object.values(ACTS)) {
      for (const facts of Object.values(PEOPLE)) expect(act(restricted, facts).allowed).toBe(false);
    }
  }
});

test("who is refused is told until when and why", () => {
  expect(restrictionInWords(SUSPENDED)).toBe(
    "You are suspended until 2026-11-30 14:00 UTC: you can read, but not write. The reason: Spam.",
  );
  expect(restrictionInWords({ ...SUSPENDED, kind: "ban", until: null })).toBe(
    "You are banned from this forum. The reason: Spam.",
  );
});

test("everybody signed in may block others and mute, somebody restricted too; nobody themselves", () => {
  const member: Member = { ...VIEWERS.stranger, moderates: [], blocks: [7], restricted: SUSPENDED };
  expect(mayBlock(member, 7).allowed).toBe(true);
  expect(mayBlock(member, member.id).allowed).toBe(false);
  expect(mayBlock(VIEWERS.signedOut, 7).allowed).toBe(false);
  expect(mayMute(member).allowed).toBe(true);
  expect(mayMute(VIEWERS.signedOut).allowed).toBe(false);
  expect([isBlocked(member, 7), isBlocked(member, 8), isBlocked(VIEWERS.signedOut, 7)]).toEqual([
    ...[true, false, false],
  ]);
});

test("a warning is withdrawn by who gave it, as long as they may warn, and by admins", () => {
  const whom = person(99);
  const may = (viewer: Viewer, actorId: number | null) =>
    mayWithdrawWarning(viewer, whom, { actorId }).allowed;
  for (const name of VIEWER_NAMES) {
    const viewer = VIEWERS[name];
    const id = viewer.signedIn ? viewer.id : 0;
    expect(may(viewer, 77), name).toBe(name === "admin");
    expect(may(viewer, id), name).toBe(mayWarn(viewer, whom).allowed);
  }
});
