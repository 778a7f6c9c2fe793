import { db } from "@/lib/db/client";
import { DEFAULT_RHYTHM, type Rhythm } from "@/lib/mail/rhythm";
import type { OutboxLine, OutboxMail, OutboxPage } from "@/lib/mail/view";
import { mayReadOutbox } from "@/lib/policy/mail";
import type { Viewer } from "@/lib/policy/viewer";

/** How many mails a page of the outbox lists. */
export const MAILS_PER_PAGE = 50;

const COLUMNS = {
  id: true,
  kind: true,
  createdAt: true,
  sentAt: true,
  droppedAt: true,
  problem: true,
  subject: true,
  user: { select: { username: true } },
} as const;

/**
 * A page of the outbox, the newest first; null for who may not see it.
 *
 * @param before the id with which the page before ended
 */
export async function readOutbox(viewer: Viewer, before?: number): Promise<OutboxPage | null> {
  if (!mayReadOutbox(viewer).allowed) return null;
  const rows = await db().mail.findMany({
    where: before === undefined ? {} : { id: { lt: before } },
    orderBy: { id: "desc" },
    take: MAILS_PER_PAGE + 1,
    select: COLUMNS,
  });
  const waiting = await db().mail.count({ where: { sentAt: null, droppedAt: null } });
  const mails = rows.slice(0, MAILS_PER_PAGE).map(lineOf);
  const next = rows.length > MAILS_PER_PAGE ? (mails.at(-1)?.id ?? null) : null;
  return { mails, next, waiting };
}

/** One mail of the outbox; null where there is none, or for who may not see it. */
export async function readMail(viewer: Viewer, id: number): Promise<OutboxMail | null> {
  if (!mayReadOutbox(viewer).allowed) return null;
  const row = await db().mail.findUnique({
    where: { id },
    select: { ...COLUMNS, recipient: true, text: true, html: true },
  });
  if (row === null) return null;
  const { text, html } = row;
  // Where mail is handed to a server, an admin has no need to know where to.
  return { ...lineOf(row), text, html, recipient: text === null ? null : row.recipient };
}

interface Row {
  id: number;
  kind: string;
  createdAt: Date;
  sentAt: Date | null;
  droppedAt: Date | null;
  problem: string | null;
  subject: string | null;
  user: { username: string };
}

function lineOf({
  sentAt,
  droppedAt,
  user,
  id,
  kind,
  createdAt,
  problem,
  subject,
}: Row): OutboxLine {
  const state = sentAt !== null ? "sent" : droppedAt !== null ? "dropped" : "waiting";
  return { id, kind, createdAt, problem, subject, state, username: user.username };
}

/** How often the viewer wants mail about what is new. */
export async function ownRhythm(viewerId: number): Promise<Rhythm> {
  const wish = await db().mailWish.findUnique({ where: { userId: viewerId } });
  return wish?.rhythm ?? DEFAULT_RHYTHM;
}
