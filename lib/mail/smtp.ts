import nodemailer from "nodemailer";
import { env } from "@/lib/env";
import type { Outgoing } from "@/lib/mail/envelope";

/** How long a mail server may take, in milliseconds. */
export interface Patience {
  /** To be let in, to be greeted, and for each answer after that. */
  connectionTimeout: number;
  greetingTimeout: number;
  socketTimeout: number;
  /** For all of it. */
  longest: number;
}

/**
 * Long for the last answer: who gives up before it may send the same mail twice (RFC 5321, §4.5.3.2.6).
 * All of it is less than CLAIM of lib/mail/send.commands.ts.
 */
const PATIENCE: Patience = {
  ...{ connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 60_000 },
  longest: 120_000,
};

/** The mail server will not take this mail, today or tomorrow. */
export class Refused extends Error {}

/**
 * Hands a mail to the mail server at SMTP_URL, over a connection of its own: a server that went away
 * meanwhile is noticed before anything is sent.
 *
 * @throws Refused for good, or any other error for a while
 */
export async function handOver(
  mail: Outgoing,
  { longest, ...timeouts }: Patience = PATIENCE,
): Promise<void> {
  const transport = nodemailer.createTransport({ url: env().SMTP_URL, ...timeouts });
  const late = new AbortController();
  const timer = setTimeout(() => {
    late.abort();
    transport.close();
  }, longest);
  try {
    await Promise.race([
      // Nothing of a letter is ever read from a file or an address.
      transport.sendMail({ ...mail, disableFileAccess: true, disableUrlAccess: true }),
      new Promise<never>((_, reject) => {
        late.signal.addEventListener("abort", () =>
          reject(new Error("The mail server took too long.")),
        );
      }),
    ]);
  } catch (error) {
    throw isFinal(error)
      ? new Refused(inWords(error), { cause: error })
      : new Error(inWords(error));
  } finally {
    clearTimeout(timer);
    transport.close();
  }
}

/**
 * RFC 5321, §4.2.1: 5yz is for good. Said of the recipient or the mail; of us, as the sender or by who
 * we are, it is a mistake in the forum's settings, which should lose no mail.
 */
function isFinal(error: unknown): boolean {
  const { responseCode, code, command } = error as SmtpError;
  const aboutTheMail = (code === "EENVELOPE" && command !== "MAIL FROM") || code === "EMESSAGE";
  return aboutTheMail && responseCode !== undefined && responseCode >= 500 && responseCode < 600;
}

/** As nodemailer says what went wrong. */
interface SmtpError {
  code?: string;
  /** What the mail server was told when it refused. */
  command?: string;
  responseCode?: number;
}

function inWords(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/\s+/g, " ").slice(0, 500);
}
