import { someMoment } from "@/components/live/moment.client";
import { drawAnew } from "@/components/live/posts.client";
import { articleOf } from "@/components/live/shown.client";
import type { PostOrder } from "@/lib/routes";

// Asking the forum for what a page shows, after it was told that something changed: fetched then.

/** Where the forum did not answer, it is asked again after so long. */
const AGAIN_AFTER = 4_000;

export interface Refresher {
  ask(ids: readonly number[]): void;
}

/**
 * Collects posts that are to be asked for anew, so that they are asked for together: one request after the
 * other, since an answer that was overtaken could bring back words that were hidden meanwhile.
 *
 * @param page aborted when the page is not to be touched any more
 */
export function refreshing(
  threadId: number,
  order: PostOrder,
  page: AbortSignal,
  onDrawn: () => void,
): Refresher {
  const asked = new Set<number>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  const later = (wait: number) => {
    const idle = timer === undefined && !running;
    if (asked.size > 0 && idle && !page.aborted) timer = setTimeout(run, wait);
  };
  const run = async () => {
    timer = undefined;
    running = true;
    const ids = [...asked];
    asked.clear();
    // What changed again since it was asked for is older in this answer than on the page.
    const isOld = (id: number) => page.aborted || asked.has(id);
    const answered = await drawAnew(threadId, ids, { order, page, isOld });
    running = false;
    if (answered) onDrawn();
    else for (const id of ids) asked.add(id);
    later(answered ? someMoment() : AGAIN_AFTER * (1 + Math.random()));
  };
  return {
    ask(ids) {
      for (const id of ids) if (articleOf(id) !== null) asked.add(id);
      later(someMoment());
    },
  };
}

/** Posts that the page would have if it were loaded now; null where the thread is not there any more. */
export async function missing(): Promise<number[] | null> {
  const response = await fetch(window.location.pathname + window.location.search).catch(() => null);
  if (response?.status === 404 || response?.status === 410) return null;
  if (!response?.ok) return [];
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return [...page.querySelectorAll(".thread-replies article.post")]
    .map(({ id }) => Number(id.slice("post-".length)))
    .filter((id) => articleOf(id) === null);
}
