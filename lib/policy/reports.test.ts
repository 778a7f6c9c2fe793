import { describe, expect, test } from "vitest";
import {
  hasQueue,
  judgedPosts,
  mayDecideAppeal,
  mayJudge,
  mayReadAppeal,
  mayReport,
} from "@/lib/policy/reports";
import { type Member, SIGNED_OUT } from "@/lib/policy/viewer";
import { postSight, readable } from "@/lib/policy/visibility";
import {
  factsIn,
  HERE,
  inWords,
  POST_AUTHOR,
  STATES,
  VIEWER_NAMES,
  VIEWERS,
} from "@/scripts/test/viewers";

describe("a post is reported", () => {
  test.each(STATES.map((state) => ({ state, words: inWords(state) })))(
    "by everybody who reads it, and by nobody else nor its author: $words",
    ({ state }) => {
      const post = factsIn(state);
      for (const name of VIEWER_NAMES) {
        const viewer = VIEWERS[name];
        const own = viewer.signedIn && viewer.id === POST_AUTHOR;
        const expected = readable(postSight(viewer, post)) && !own;
        expect(mayReport(viewer, post).allowed, name).toBe(expected);
      }
    },
  );
});

test("a case is seen and decided by moderators of its board, never by who wrote the post", () => {
  const about = { authorId: POST_AUTHOR, boardId: HERE };
  const judges = VIEWER_NAMES.filter((name) => mayJudge(VIEWERS[name], about).allowed);
  expect(judges).toEqual(["moderator", "admin"]);
  const queues = VIEWER_NAMES.filter((name) => hasQueue(VIEWERS[name]));
  expect(queues).toEqual(["moderator", "moderatorElsewhere", "authorAndModerator", "admin"]);
});

test("by nobody who is suspended or banned, whatever they moderate", () => {
  const about = { authorId: POST_AUTHOR, boardId: HERE };
  const restricted = { until: null, reason: "Spam", actionId: 1, statementId: null };
  for (const name of VIEWER_NAMES) {
    const viewer = VIEWERS[name];
    if (!viewer.signedIn) continue;
    for (const kind of ["suspend", "ban"] as const) {
      const who = { ...viewer, restricted: { ...restricted, kind } };
      expect(mayJudge(who, about).allowed, name).toBe(false);
      expect(hasQueue(who), name).toBe(false);
      expect(judgedPosts(who), name).toEqual({ id: { in: [] } });
      const appeal = { appellantId: 99, actedById: 98, concernsId: 97, boardId: HERE };
      expect(mayDecideAppeal(who, appeal).allowed, name).toBe(false);
      // What they objected to themselves stays theirs to read.
      expect(mayReadAppeal(who, { ...appeal, appellantId: who.id }).allowed, name).toBe(true);
    }
  }
});

describe("an appeal is decided by another than who acted", () => {
  const member = (id: number, more: Partial<Member> = {}): Member => ({
    ...{ signedIn: true, id, username: `person${id}`, admin: false, moderates: [] },
    ...more,
  });
  const APPELLANT = 1;
  const ACTED = 2;
  const CONCERNED = 3;
  const appeal = {
    ...{ appellantId: APPELLANT, actedById: ACTED, concernsId: CONCERNED, boardId: HERE },
  };
  const moderates = [HERE];

  test.each([
    ["signed out", SIGNED_OUT, false],
    ["a member", member(9), false],
    ["a moderator of another board", member(9, { moderates: [HERE + 1] }), false],
    ["who acted", member(ACTED, { moderates }), false],
    ["who acted, an admin", member(ACTED, { admin: true }), false],
    ["whom it concerns, a moderator", member(CONCERNED, { moderates }), false],
    ["who appealed, an admin", member(APPELLANT, { admin: true }), false],
    ["another moderator", member(9, { moderates }), true],
    ["an admin", member(9, { admin: true }), true],
  ])("%s", (_, viewer, may) => {
    expect(mayDecideAppeal(viewer, appeal).allowed).toBe(may);
  });

  test("what was done to a person is for admins alone", () => {
    const onPerson = { ...appeal, boardId: null };
    expect(mayDecideAppeal(member(9, { moderates }), onPerson).allowed).toBe(false);
    expect(mayDecideAppeal(member(9, { admin: true }), onPerson).allowed).toBe(true);
  });

  test("and is read by nobody else but the appellant", () => {
    expect(mayReadAppeal(member(APPELLANT), appeal).allowed).toBe(true);
    expect(mayReadAppeal(member(CONCERNED), appeal).allowed).toBe(false);
    expect(mayReadAppeal(SIGNED_OUT, appeal).allowed).toBe(false);
  });
});
