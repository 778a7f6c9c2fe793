import type { ReportStage, ReportSubject } from "@/lib/reports/view";

/** What a report is about, in words. */
export function subjectOf({ kind, rule }: ReportSubject): string {
  return kind === "illegal" ? "Illegal content" : (rule ?? "A rule of the forum");
}

/** What became of a report, in words for its reporter. */
export const STAGES: Record<ReportStage, string> = {
  waiting: "Waiting for a moderator",
  taken: "A moderator is looking at it",
  acted: "A moderator acted on it",
  dismissed: "Dismissed by a moderator",
};
