import type { ModerationKind } from "@/lib/moderation/kinds";
import type { LogEntry, LoggedThread } from "@/lib/modlog/entry";
import { routes } from "@/lib/routes";

/** A piece of a sentence; some lead somewhere. Names and titles are set apart from the words around them. */
export interface Piece {
  text: string;
  href?: string;
  /** A name or a title: text of people, which may run in another direction. */
  foreign?: true;
}

/** What was done, as a sentence in pieces: "mara hid post 17 in A title". */
export function sentenceOf(entry: LogEntry): Piece[] {
  const actor: Piece =
    entry.actor === null
      ? { text: "An automatic rule" }
      : { text: entry.actor, href: routes.person(entry.actor), foreign: true };
  return [actor, { text: " " }, ...deedOf(entry)];
}

/** The same in plain text. */
export function sentenceText(entry: LogEntry): string {
  return sentenceOf(entry)
    .map(({ text }) => text)
    .join("");
}

function deedOf(entry: LogEntry): Piece[] {
  const ofPerson = entry.target.what === "person" && entry.branch;
  const whole = ofPerson ? [{ text: "all that " }, ...targetOf(entry), { text: " wrote" }] : null;
  const target = whole ?? targetOf(entry);
  const around = (before: string, after = "") => [
    { text: `${before} ` },
    ...target,
    { text: after },
  ];
  const deeds: Record<ModerationKind, () => Piece[]> = {
    hide: () => around("hid"),
    unhide: () => around("showed", " again"),
    lock: () => around("locked"),
    unlock: () => around("unlocked"),
    pin: () => around("pinned"),
    unpin: () => around("unpinned"),
    move: () => [...around("moved"), ...boards(entry)],
    merge: () => [...around("merged"), ...into(entry.other)],
    split: () => [...around("split"), { text: " off" }, ...into(entry.other)],
    off_topic: () => around("marked", " as off topic"),
    on_topic: () => around("marked", " as on topic again"),
    slow: () => around(...slowed(entry.minutes)),
    warn: () => around("warned"),
    suspend: () => around("suspended", entry.until === null ? "" : ` until ${dayOf(entry.until)}`),
    ban: () => around("banned"),
    lift: () => around("lifted what was laid on"),
    hold: () => around("held", " for approval"),
    approve: () => around("approved"),
  };
  return deeds[entry.kind]().filter(({ text }) => text !== "");
}

function targetOf({ target, branch }: LogEntry): Piece[] {
  if (target.what === "person") {
    const { username } = target;
    return [{ text: username, href: routes.person(username), foreign: true }];
  }
  if (target.what === "thread") return threadOf(target.thread);
  const post = { text: `post ${target.postId}`, href: routes.post(target.postId) };
  const under = branch ? [{ text: " and all under it" }] : [];
  return [post, ...under, { text: " in " }, ...threadOf(target.thread)];
}

/** A thread by its title, or only by its board for who may not see it. */
function threadOf({ id, title, board }: LoggedThread): Piece[] {
  const href = routes.thread(id);
  if (title !== null) return [{ text: title, href, foreign: true }];
  return [{ text: "a thread", href }, { text: " in " }, { text: board.name, foreign: true }];
}

function boards({ from, to }: LogEntry): Piece[] {
  const named = (before: string, board: LogEntry["from"]): Piece[] =>
    board === null
      ? []
      : [{ text: before }, { text: board.name, href: routes.board(board.slug), foreign: true }];
  return [...named(" from ", from), ...named(" to ", to)];
}

function into(other: LoggedThread | null): Piece[] {
  return other === null ? [] : [{ text: " into " }, ...threadOf(other)];
}

function slowed(minutes: number | null): [string, string] {
  if (minutes === null || minutes === 0) return ["ended slow mode in", ""];
  const wait = minutes === 1 ? "1 minute" : `${minutes} minutes`;
  return ["slowed", ` down: ${wait} between two posts of one person`];
}

/** A date as everybody reads it, UTC: "2026-11-24 10:00". */
export function dayOf(date: Date): string {
  return `${date.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
