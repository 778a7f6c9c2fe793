/** Every state of a quote that a reader can see (rule 6). */
export type ShownStatus =
  | "verbatim"
  | "elided"
  | "altered"
  | "ambiguous"
  | "unverified"
  | "source edited"
  | "source deleted"
  | "redacted";

export interface StatusWords {
  label: string;
  /** What it means, in the few words there is room for beside the label. */
  gloss: string;
  /** One sentence for somebody who has never seen the label. */
  explanation: string;
}

/** What the screen calls each status, and the sentence that explains it. */
export const STATUS_WORDS: Record<ShownStatus, StatusWords> = {
  verbatim: {
    label: "verbatim",
    gloss: "word for word",
    explanation: "These words stand in the quoted post just so.",
  },
  elided: {
    label: "elided",
    gloss: "words left out",
    explanation: "These words stand in the quoted post in this order; the quoter left some out.",
  },
  altered: {
    label: "altered",
    gloss: "not in these words",
    explanation: "The quoted post says nearly this, but not in these words.",
  },
  ambiguous: {
    label: "ambiguous",
    gloss: "stands in several places",
    explanation: "These words stand in more than one place, and which was meant is not known.",
  },
  unverified: {
    label: "unverified",
    gloss: "not found in this thread",
    explanation: "These words were not found in an earlier post of this thread.",
  },
  "source edited": {
    label: "source edited",
    gloss: "these words were changed since",
    explanation: "The quoted post was edited since, and these words are no longer in it.",
  },
  "source deleted": {
    label: "source deleted",
    gloss: "by its author",
    explanation: "The author deleted the quoted post; the words stay, without the name.",
  },
  redacted: {
    label: "hidden",
    gloss: "with the post it is from",
    explanation: "The quoted post is hidden, and so are the words taken from it.",
  },
};
