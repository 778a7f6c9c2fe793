import type { NoticeReason } from "@/lib/notices/notice";

/** How soon notices of a kind are sent by mail. */
export const MAIL_PACES = ["at_once", "digest", "never"] as const;
export type MailPace = (typeof MAIL_PACES)[number];

/** What can be mailed, each at a pace of its own. */
export const MAILED = ["reply", "quote", "mention", "watch", "changed", "decision"] as const;
export type Mailed = (typeof MAILED)[number];

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
 * How soon a notice is mailed: as soon as the most urgent of its reasons.
 *
 * @param reasons of a notice of a post; of any other, none
 */
export function paceOf(
  { mail }: NoticeSettings,
  kind: "post" | "changed" | "statement" | "report" | "appeal",
  reasons: readonly NoticeReason[] = [],
): MailPace {
  const about: readonly Mailed[] =
    kind === "post" ? reasons : [kind === "changed" ? "changed" : "decision"];
  return MAIL_PACES.find((pace) => about.some((each) => mail[each] === pace)) ?? "never";
}
