import type { ModerationVerb } from "@/lib/moderation/verbs";

/** What the page of an action says: its heading, what will happen, and its button. */
interface VerbWords {
  title: string;
  effect: string;
  button: string;
}

export const VERB_WORDS: Record<ModerationVerb, VerbWords> = {
  hide: {
    title: "Hide this",
    effect:
      "Nobody but its author and moderators will see it, nor any quote of it. Nothing is lost: it can be shown again as it was.",
    button: "Hide",
  },
  unhide: {
    title: "Show this again",
    effect: "Everybody will see it again, and every quote of it, as they were.",
    button: "Unhide",
  },
  lock: {
    title: "Lock this",
    effect: "It can still be read, but nobody but moderators can reply or edit.",
    button: "Lock",
  },
  unlock: {
    title: "Unlock this",
    effect: "Replies and edits are possible again.",
    button: "Unlock",
  },
  pin: {
    title: "Pin this",
    effect: "It stands above the other threads of its board until it is unpinned.",
    button: "Pin",
  },
  unpin: {
    title: "Unpin this",
    effect: "It takes its place among the others again.",
    button: "Unpin",
  },
  slow: {
    title: "Slow down this",
    effect: "Between two posts of one person some minutes have to pass. Moderators are not slowed.",
    button: "Slow down",
  },
  move: {
    title: "Move this",
    effect:
      "It goes to another board. Its address, and every permalink and quote, stay as they are.",
    button: "Move",
  },
  merge: {
    title: "Merge this",
    effect:
      "All its posts go under the opening post of the other thread. Its address leads there, and every permalink, quote and answer stays. It can be taken back.",
    button: "Merge",
  },
  "off-topic": {
    title: "Mark as off topic: this",
    effect: "It is folded, with all that stands under it; whoever wants to can open it and answer.",
    button: "Off topic",
  },
  "on-topic": {
    title: "On topic after all: this",
    effect: "It is shown unfolded again.",
    button: "On topic",
  },
  split: {
    title: "Split off this",
    effect:
      "It becomes a thread of its own, with all that stands under it. Every permalink, quote and answer stays. It can be taken back.",
    button: "Split",
  },
};
