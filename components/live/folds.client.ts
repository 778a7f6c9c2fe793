import { foldOf } from "@/components/live/fold";
import { routes } from "@/lib/routes";

// Which branches somebody folded: of members the forum remembers it, for all their devices; of who is
// signed out this browser does.

/** Several folds soon after each other are sent together (milliseconds). */
const SENT_AFTER = 400;

const nameOf = (threadId: number) => `folds:${threadId}`;

/** Folds what was folded here before by somebody signed out; for members the page came as it was. */
export function applyFolds(threadId: number): void {
  for (const [id, folded] of Object.entries(readFolds(threadId))) {
    const details = document.querySelector<HTMLDetailsElement>(`#post-${Number(id)} > .post-fold`);
    if (details !== null) details.open = !folded;
  }
}

/** Remembers each branch that is folded or opened. @returns stops that */
export function rememberFolds(threadId: number, signedIn: boolean): () => void {
  const unsent = new Map<number, boolean>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const send = () => {
    clearTimeout(timer);
    if (unsent.size === 0) return;
    const body = JSON.stringify({ folds: [...unsent] });
    unsent.clear();
    // It goes through although the page is being left.
    const headers = { "content-type": "application/json" };
    fetch(routes.folds(threadId), { method: "POST", body, headers, keepalive: true }).catch(
      () => {},
    );
  };
  const onClick = (event: MouseEvent) => {
    const fold = foldOf(event.target);
    if (fold === null) return;
    if (!signedIn) return writeFold(threadId, fold.postId, fold.folded);
    unsent.set(fold.postId, fold.folded);
    clearTimeout(timer);
    timer = setTimeout(send, SENT_AFTER);
  };
  document.addEventListener("click", onClick);
  window.addEventListener("pagehide", send);
  return () => {
    send();
    document.removeEventListener("click", onClick);
    window.removeEventListener("pagehide", send);
  };
}

function readFolds(threadId: number): Record<string, boolean> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(nameOf(threadId)) ?? "{}");
    if (typeof kept !== "object" || kept === null) return {};
    return Object.fromEntries(
      Object.entries(kept).filter(([, folded]) => folded === true || folded === false),
    );
  } catch {
    return {};
  }
}

function writeFold(threadId: number, postId: number, folded: boolean): void {
  try {
    const kept = { ...readFolds(threadId), [postId]: folded };
    localStorage.setItem(nameOf(threadId), JSON.stringify(kept));
  } catch {
    // Storage is full or forbidden: nothing but this is lost.
  }
}
