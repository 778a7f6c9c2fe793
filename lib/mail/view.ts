/** A mail in the list of those that were sent, or wait. */
export interface OutboxLine {
  id: number;
  kind: string;
  username: string;
  createdAt: Date;
  subject: string | null;
  state: "waiting" | "sent" | "dropped";
  /** What went wrong the last time. */
  problem: string | null;
}

export interface OutboxPage {
  mails: OutboxLine[];
  /** The id with which the next page begins, if there is one. */
  next: number | null;
  /** How many wait, in all. */
  waiting: number;
}

/** One mail, with its words where they are kept. */
export interface OutboxMail extends OutboxLine {
  /** Shown where the mail goes nowhere else. */
  recipient: string | null;
  text: string | null;
  html: string | null;
}
