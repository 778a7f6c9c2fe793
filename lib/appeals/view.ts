import type { Ground } from "@/lib/appeals/appeal";
import type { ModerationKind } from "@/lib/moderation/kinds";

/** The decision that an appeal is against. */
export interface GroundView {
  against: Ground;
  /** What was done; `dismissed` of a report. */
  kind: ModerationKind | "dismissed";
  at: Date;
  /** What everybody may read: the rule. Empty for a dismissed report. */
  reason: string;
  /** What those concerned were told beside it, or what the reporters were answered. */
  note: string;
  postId: number | null;
  threadId: number | null;
  /** The person acted on, where it is about a person. */
  personId: number | null;
}

/** An appeal in a list. */
export interface AppealLine {
  id: number;
  createdAt: Date;
  ground: GroundView;
  /** Who appealed; null in a list of the viewer's own. */
  appellant: string | null;
  upheld: boolean | null;
}

/** An appeal as the appellant, or somebody who may decide it, sees it. */
export interface AppealView {
  id: number;
  text: string;
  createdAt: Date;
  ground: GroundView;
  appellant: string;
  /** Whether the viewer made it. */
  own: boolean;
  /** Who took the decision; told to those who decide the appeal alone. */
  actedBy: string | null;
  mayDecide: boolean;
  decision: { upheld: boolean; answer: string; at: Date } | null;
  /** Whose doings it is about, where it is about a person. */
  person: string | null;
  /** Upheld, and the action still stands: somebody has to take it back by hand, or to go on with it. */
  stillInForce: boolean;
}

/** What the form for an appeal is about, or why there is none. */
export type NewAppeal =
  | { found: "form"; ground: GroundView; until: Date }
  | { found: "appealed"; appealId: number }
  | { found: "refused"; why: string };
