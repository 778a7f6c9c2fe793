import type { ModerationBasis } from "@/lib/moderation/kinds";
import type { StateVerb } from "@/lib/moderation/verbs";

/** What a moderator wants to become so, and why. */
export interface Wish {
  verb: StateVerb;
  target: "thread" | "post";
  id: number;
  /** The rule by which it is done: its title is what everybody may read. */
  ruleId?: number;
  /** What everybody may read where no rule is named. */
  reason?: string;
  /** For those alone whom it concerns. */
  note?: string;
  basis?: ModerationBasis;
  /** Hide all that stands under the post, too. */
  branch?: boolean;
  /** Of slow mode; 0 ends it. */
  minutes?: number;
}

/** What was acted on, for going there, and the action: null where it was so already. */
export interface Moderated {
  threadId: number;
  postId: number | null;
  actionId: number | null;
}

/** A wish on its way: by whom, and with the words of its reason. */
export interface Acting extends Wish {
  actorId: number;
  reason: string;
}
