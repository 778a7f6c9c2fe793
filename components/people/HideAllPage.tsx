import { EverythingProgressBox } from "@/components/people/EverythingProgressBox";
import { HideAllForm } from "@/components/people/HideAllForm.client";
import { PersonModerationPage } from "@/components/people/PersonModerationPage";
import { count } from "@/components/ui/count";
import type { HideAllReach } from "@/lib/moderation/hide-all";
import type { PersonReach } from "@/lib/moderation/person-reach.queries";
import type { Rule } from "@/lib/moderation/rules.queries";

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
  const { shown, threads, answers, quotes, progress } = everything;
  const underWay = progress !== null && progress.left > 0;
  const effect =
    shown === 0 || underWay
      ? "Nobody but their author and moderators sees posts that are hidden, nor any quote of them. Nothing is lost: they can be shown again as they were."
      : `It hides ${count(shown, "post")} of theirs, ${count(threads, "thread")} with all that stands in it among them (${count(answers, "reply", "replies")} of others), and ${count(quotes, "quote")} of them in posts of others. Nothing is lost: it can be taken back.`;
  return (
    <PersonModerationPage
      title={`Hide all that ${reach.username} wrote`}
      effect={effect}
      reach={reach}
      now={now}
    >
      {progress !== null && <EverythingProgressBox username={reach.username} progress={progress} />}
      {shown > 0 && !underWay && <HideAllForm personId={reach.id} rules={rules} />}
      {shown === 0 && progress === null && <p className="m-0">There is nothing to hide.</p>}
    </PersonModerationPage>
  );
}
