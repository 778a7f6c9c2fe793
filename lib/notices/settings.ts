import type { NoticeReason } from "@/lib/notices/notice";

/** How soon notices of a kind are sent by mail. */
export const MAIL_PACES = ["at_once", "digest", "never"] as const;
export type MailPace = (typeof MAIL_PACES)[number];

/** What can be mailed, each at a pace of its own. */
export const MAILED = ["reply", "quote", "mention", "watch", "changed", "decision"] as const;
export type Mailed = (typeof MAILED)[number];

const REASONS = ["reply", "quote", "mention", "watch"] as const satisfies readonly NoticeReason[];

/** What somebody wants to be told. */
export interface NoticeSettings {
  /** Threads that they open, and those that they write in, are watched by themselves. */
  watchOpened: boolean;
  watchAnswered: boolean;
  mail: Record<Mailed, MailPace>;
}

/** Of whoever said nothing else; the same stand in the table's columns. */
export const DEFAULT_SETTINGS: NoticeSettings = {
  watchOpened: false,
  watchAnswered: false,
  mail: {
    ...{ reply: "digest", quote: "digest", mention: "digest", watch: "never" },
    ...{ changed: "digest", decision: "at_once" },
  },
};

/**
 * The notices that somebody wants mailed so soon, as a condition for the database, shaped as Prisma's
 * `NoticeWhereInput`: each goes by the most urgent of its reasons. For many people at once
 * lib/mail/notices.commands.ts says the same in SQL, which a test holds to this.
 */
export function noticesAt({ mail }: NoticeSettings, pace: Exclude<MailPace, "never">) {
  const reasonsAt = (wanted: MailPace) => REASONS.filter((reason) => mail[reason] === wanted);
  const kinds = [
    ...(mail.changed === pace ? (["changed"] as const) : []),
    ...(mail.decision === pace ? (["statement", "report", "appeal"] as const) : []),
  ];
  const sooner = pace === "digest" ? reasonsAt("at_once") : [];
  return {
    OR: [
      { kind: { in: kinds } },
      {
        ...{ kind: "post" as const, reasons: { hasSome: reasonsAt(pace) } },
        NOT: { reasons: { hasSome: sooner } },
      },
    ],
  };
}
