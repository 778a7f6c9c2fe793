import { actionDone } from "@/components/reports/action-words";
import type { GroundView } from "@/lib/appeals/view";

/** What was decided, as a heading: "A post was hidden". */
export function groundWords({ kind, postId, personId }: GroundView): string {
  if (kind === "dismissed") return "A report was dismissed";
  const what = personId !== null ? "Somebody" : postId === null ? "A thread" : "A post";
  return `${what} was ${actionDone(kind)}`;
}

/** What became of an appeal, in words. */
export function appealStage(upheld: boolean | null): string {
  if (upheld === null) return "Waiting for a decision";
  return upheld ? "Upheld" : "Not upheld";
}
