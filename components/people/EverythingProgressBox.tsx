import { GoOnForm } from "@/components/people/GoOnForm.client";
import { count } from "@/components/ui/count";
import { Notice } from "@/components/ui/Notice";
import { momentInWords } from "@/lib/policy/standing";
import { routes } from "@/lib/routes";
import type { EverythingProgress } from "@/lib/sanctions/hide-all";

/** Browsers draw the bar each in their way: an empty one is to look empty in all. */
const BAR =
  "h-3 w-full appearance-none overflow-hidden rounded-full border border-edge bg-wash [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-wash [&::-webkit-progress-value]:bg-accent";

const things = (amount: number) => count(amount, "post or thread", "posts and threads");

/** How far the hiding of all that somebody wrote has come, and the way on or back. */
export function EverythingProgressBox({
  username,
  progress,
}: {
  username: string;
  progress: EverythingProgress;
}) {
  const { actionId, at, undone, hidden, left, reason } = progress;
  if (left > 0) {
    const total = undone ? null : hidden + left;
    return (
      <section aria-label="Progress" className="grid gap-3">
        <p className="m-0">
          {total === null
            ? `Being shown again: ${things(left)} left.`
            : `Being hidden: ${hidden.toLocaleString("en")} of ${things(total)}.`}
        </p>
        {total !== null && (
          <progress value={hidden} max={total} aria-label="Hidden so far" className={BAR} />
        )}
        <GoOnForm actionId={actionId} left={left} />
      </section>
    );
  }
  if (undone) return <Notice look="good">What was hidden is shown again.</Notice>;
  return (
    <Notice>
      <p className="m-0">
        {things(hidden)} of {username} {hidden === 1 ? "is" : "are"} hidden since{" "}
        {momentInWords(at)}. The reason: {reason}
      </p>
      {hidden > 0 && (
        <p className="m-0 mt-1">
          <a href={routes.moderatePerson(username, "show-all")}>Show all of it again</a>
        </p>
      )}
    </Notice>
  );
}
