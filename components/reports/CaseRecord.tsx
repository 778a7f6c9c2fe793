import { actionDone } from "@/components/reports/action-words";
import { count } from "@/components/ui/count";
import type { PersonRecord } from "@/lib/reports/view";
import { routes } from "@/lib/routes";

/** Somebody's record in numbers. */
export function CaseRecord({ record }: { record: PersonRecord }) {
  const { username, since, posts, acted, dismissed, actions } = record;
  return (
    <>
      <p className="m-0">
        <a href={routes.person(username)} className="font-medium underline">
          {username}
        </a>
        , here since {since.toISOString().slice(0, 10)}, {count(posts, "post")}.
      </p>
      <p className="m-0">
        {actions.length === 0
          ? "No action so far."
          : `So far: ${actions.map(({ kind, count: times }) => `${times} × ${actionDone(kind)}`).join(", ")}.`}{" "}
        {acted + dismissed === 0
          ? "Never reported before."
          : `Reported before: ${acted} × acted on, ${dismissed} × dismissed.`}
      </p>
    </>
  );
}
