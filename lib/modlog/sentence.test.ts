import { describe, expect, test } from "vitest";
import { MODERATION_KINDS } from "@/lib/moderation/kinds";
import type { LogEntry, LoggedThread } from "@/lib/modlog/entry";
import { sentenceOf, sentenceText } from "@/lib/modlog/sentence";

const board = { slug: "logic", name: "Logic" };
const thread: LoggedThread = { id: 4, title: "On rules", board };
const hidden: LoggedThread = { id: 5, title: null, board };

const entry = (changed: Partial<LogEntry>): LogEntry => ({
  ...{ id: 1, kind: "hide", at: new Date("2026-11-24T10:00:00Z"), actor: "mara" },
  ...{ target: { what: "thread", thread }, branch: false, reason: "Spam", basis: "own" },
  ...{ until: null, minutes: null, touched: 0, from: null, to: null, other: null },
  ...{ undoes: null, undoneBy: null },
  ...changed,
});

const post = (place = thread): LogEntry["target"] => ({ what: "post", thread: place, postId: 17 });
const person: LogEntry["target"] = { what: "person", username: "ben" };

describe("an action in words", () => {
  test.each([
    [{}, "mara hid On rules"],
    [{ target: { what: "thread", thread: hidden } }, "mara hid a thread in Logic"],
    [{ target: post() }, "mara hid post 17 in On rules"],
    [{ target: post(hidden) }, "mara hid post 17 in a thread in Logic"],
    [{ target: post(), branch: true }, "mara hid post 17 and all under it in On rules"],
    [{ target: person, branch: true }, "mara hid all that ben wrote"],
    [{ target: person, branch: true, kind: "unhide" }, "mara showed all that ben wrote again"],
    [
      { kind: "hold", actor: null, target: post() },
      "An automatic rule held post 17 in On rules for approval",
    ],
    [
      { kind: "move", from: board, to: { slug: "ethics", name: "Ethics" } },
      "mara moved On rules from Logic to Ethics",
    ],
    [{ kind: "move" }, "mara moved On rules"],
    [{ kind: "merge", other: hidden }, "mara merged On rules into a thread in Logic"],
    [
      { kind: "split", target: post(), branch: true, other: { ...thread, title: "On exceptions" } },
      "mara split post 17 and all under it in On rules off into On exceptions",
    ],
    [
      { kind: "slow", minutes: 1 },
      "mara slowed On rules down: 1 minute between two posts of one person",
    ],
    [{ kind: "slow" }, "mara ended slow mode in On rules"],
    [{ kind: "warn", target: person }, "mara warned ben"],
    [
      { kind: "suspend", target: person, until: new Date("2026-12-01T08:30:00Z") },
      "mara suspended ben until 2026-12-01 08:30 UTC",
    ],
    [{ kind: "lift", target: person }, "mara lifted what was laid on ben"],
  ] as [Partial<LogEntry>, string][])("%j", (changed, words) => {
    expect(sentenceText(entry(changed))).toBe(words);
  });

  test("there are words for every kind, of every target", () => {
    for (const kind of MODERATION_KINDS) {
      for (const target of [post(), person, { what: "thread", thread: hidden } as const]) {
        expect(sentenceText(entry({ kind, target }))).toMatch(/^mara [a-z][^\s].* \S/);
      }
    }
  });

  test("leads to the moderator, to the post and to the thread", () => {
    const links = sentenceOf(entry({ target: post(hidden) })).flatMap(({ href }) => href ?? []);
    expect(links).toEqual(["/u/mara", "/p/17", "/t/5"]);
  });
});
