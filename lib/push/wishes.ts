import type { NoticeReason, NoticeView } from "@/lib/notices/notice";
import type { Mailed } from "@/lib/notices/settings";

/** Which notices somebody wants pushed: of the same kinds as are mailed. */
export type PushWishes = Record<Mailed, boolean>;

/** Of whoever said nothing else; the same stand in the table's columns. */
export const DEFAULT_WISHES: PushWishes = {
  ...{ reply: true, quote: true, mention: true, watch: false, changed: true, decision: true },
};

/**
 * Whether a notice is pushed: if one of its reasons is wanted.
 *
 * @param reasons of a notice of a post; of any other, none
 */
export function wantsPush(
  wishes: PushWishes,
  kind: NoticeView["kind"],
  reasons: readonly NoticeReason[] = [],
): boolean {
  const about: readonly Mailed[] =
    kind === "post" ? reasons : [kind === "changed" ? "changed" : "decision"];
  return about.some((each) => wishes[each]);
}
