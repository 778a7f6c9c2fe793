import type { MailAbout, MailKind } from "@/lib/mail/kinds";
import type { Letter } from "@/lib/mail/letter";

/** A mail as it is about to be sent, with whom it goes to. */
export interface StoredMail {
  id: number;
  kind: MailKind;
  recipient: string;
  about: MailAbout;
  expires: Date | null;
  user: {
    id: number;
    username: string;
    email: string | null;
    confirmed: boolean;
    banned: boolean;
  };
}

/** What is sent, made at that moment. */
export interface Composed {
  letter: Letter;
  /** How to be sent no more of it by one request (RFC 8058), for what comes by itself. */
  unsubscribe?: string;
  /** The thread that it is about: mail programs put those of one thread together. */
  threadId?: number;
}

/** Or why it is not sent at all. */
export interface Pointless {
  why: string;
}

export function isPointless(made: Composed | Pointless): made is Pointless {
  return "why" in made;
}
