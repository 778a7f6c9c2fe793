import { ActionForm } from "@/components/account/ActionForm.client";
import { DONE } from "@/components/moderation/kind-words";
import { Age } from "@/components/ui/Age";
import { undoAction } from "@/lib/moderation/actions";
import type { DoneAction } from "@/lib/moderation/done.queries";
import { routes } from "@/lib/routes";

/** What was done to a thread, the newest first; merges and splits can be taken back here. */
export function DoneActions({ actions, now }: { actions: readonly DoneAction[]; now: Date }) {
  if (actions.length === 0) return <p className="empty">Nothing was done to this thread yet.</p>;
  return (
    <ol className="m-0 grid list-none gap-5 p-0">
      {actions.map((action) => (
        <li key={action.id} className="grid gap-1">
          <p className="m-0">
            <strong className="font-medium">{action.by ?? "An automatic rule"}</strong>{" "}
            {DONE[action.kind]} {objectOf(action)} <Age date={action.at} now={now} />
            {action.reason !== "" && <>: {action.reason}</>}
          </p>
          {action.note !== "" && <p className="m-0 text-soft">{action.note}</p>}
          {action.undone && <p className="facts m-0">taken back since</p>}
          {mayBeUndone(action) && (
            <ActionForm
              action={undoAction}
              lines={[]}
              hidden={{ action: action.id }}
              submit="Take it back"
              look="plain"
            />
          )}
        </li>
      ))}
    </ol>
  );
}

function objectOf({ postId, branch, otherThreadId, kind }: DoneAction) {
  const other = otherThreadId !== null && (
    <a href={routes.thread(otherThreadId)}>thread {otherThreadId}</a>
  );
  if (postId === null) return kind === "merge" ? <>it with {other}</> : "it";
  return (
    <>
      <a href={routes.post(postId)}>post {postId}</a>
      {branch && " and all under it"}
      {other && <> ({other})</>}
    </>
  );
}

/** The others are taken back where they were done. */
function mayBeUndone({ kind, undone, undoes }: DoneAction): boolean {
  return (kind === "merge" || kind === "split") && !undone && !undoes;
}
