import { EverythingProgressBox } from "@/components/people/EverythingProgressBox";
import { HideAllForm } from "@/components/people/HideAllForm.client";
import { PersonModerationPage } from "@/components/people/PersonModerationPage";
import { count } from "@/components/ui/count";
import type { Rule } from "@/lib/rules/queries";
import type { HideAllReach } from "@/lib/sanctions/hide-all";
import type { PersonReach } from "@/lib/sanctions/reach.queries";

/** Hides all that somebody wrote: what it touches and the form, or how far it has come. */
export function HideAllPage({
  reach,
  everything,
  rules,
  now,
}: {
  reach: PersonReach;
  everything: HideAllReach;
  rules: readonly Rule[];
  now: Date;
}) {
  const { shown, progress } = everything;
  const underWay = progress !== null && progress.left > 0;
  return (
    <PersonModerationPage
      title={`Hide all that ${reach.username} wrote`}
      effect={shown === 0 || underWay ? MEANING : `${touched(everything)} ${MEANING}`}
      reach={reach}
      now={now}
    >
      {progress !== null && <EverythingProgressBox username={reach.username} progress={progress} />}
      {shown > 0 && !underWay && <HideAllForm personId={reach.id} rules={rules} />}
      {shown === 0 && progress === null && <p className="m-0">There is nothing to hide.</p>}
    </PersonModerationPage>
  );
}

const MEANING =
  "Nobody but their author and moderators sees posts that are hidden, nor any quote of them. Nothing is lost: it can be taken back.";

/** What it touches, in a sentence: "It hides 12 posts, and with them 2 threads …" */
function touched({ shown, threads, answers, quotes }: HideAllReach): string {
  const replies =
    answers === 0 ? "" : ` and ${count(answers, "reply", "replies")} of others in them`;
  const whole = threads === 0 ? "" : `, and with them ${count(threads, "whole thread")}${replies}`;
  return `It hides ${count(shown, "post")}${whole}. Others quote them ${count(quotes, "time")}.`;
}
