import type { StatementView } from "@/lib/statements/statement";

/** What was done, in one sentence to the person it concerns. */
export function statementSentence({ kind, role, postId, branch, thread }: StatementView): string {
  if (role === "quoter") return QUOTER[kind === "hide" || kind === "hold" ? "hidden" : "shown"];
  if (role === "person") return PERSON[kind] ?? "A moderator's decision concerns you.";
  // A branch, and a thread, take along what others wrote in them.
  const where = thread === null ? "" : ` in ${named(thread)}`;
  const post = branch ? `A post${where}, with what stands under it,` : `Your post${where}`;
  const thing = postId === null ? `The ${named(thread)}` : post;
  return `${thing} ${AUTHOR[kind] ?? "was moderated"}.`;
}

function named(thread: StatementView["thread"]): string {
  if (thread === null) return "thread";
  return thread.title === null ? `thread ${thread.id}` : `thread “${thread.title}”`;
}

const QUOTER = {
  hidden:
    "Something that you quote was hidden. Your quote of it shows that, and nothing of its words.",
  shown: "Something that you quote is shown again, and your quote of it too.",
};

const PERSON: Partial<Record<StatementView["kind"], string>> = {
  warn: "You were warned.",
  suspend: "You were suspended: you can read, but not write.",
  ban: "You were banned.",
  lift: "What was decided about you was taken back.",
  hide: "All that you wrote was hidden.",
  unhide: "What you wrote is shown again.",
};

const AUTHOR: Partial<Record<StatementView["kind"], string>> = {
  hide: "was hidden. You and moderators still see it; nobody else does",
  unhide: "is shown again",
  hold: "waits until a moderator has read it. Until then you and moderators alone see it",
  approve: "was read by a moderator, and everybody can see it now",
  lock: "was locked: nobody but moderators can reply in it",
  unlock: "was unlocked",
  move: "was moved to another board. Its address stays",
  merge: "was merged with another thread. All addresses lead there",
  split: "became a thread of its own, with all replies under it. Its permalink stays",
  off_topic: "was marked as off topic and is folded. Everybody can open it",
  on_topic: "is shown unfolded again",
};

/** What led to it. */
export const BASIS: Record<StatementView["basis"], string> = {
  own: "A moderator came upon it while reading.",
  report: "It was reported, and a moderator decided.",
  automatic: "An automatic rule of the board did this; a person has not looked yet.",
};
