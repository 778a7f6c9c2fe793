import { blankHead } from "@/components/live/blank.client";
import { drawAnew } from "@/components/live/posts.client";
import { articleOf } from "@/components/live/shown.client";
import type { PostOrder } from "@/lib/routes";

// Asking the forum for what a page shows, after it was told that something changed.

/** Not all readers ask at the same moment (milliseconds). */
const SPREAD = 300;

/** Where the forum did not answer, it is asked again after so long. */
const AGAIN_AFTER = 4_000;

/** Collects posts that are to be asked for anew, so that they are asked for together. */
export function refreshing(threadId: number, order: PostOrder, onDrawn: () => void) {
  const asked = new Set<number>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = async () => {
    timer = undefined;
    const ids = [...asked];
    asked.clear();
    if (await drawAnew(threadId, ids, order)) return onDrawn();
    for (const id of ids) asked.add(id);
    timer ??= setTimeout(run, AGAIN_AFTER * (1 + Math.random()));
  };
  return {
    ask(ids: readonly number[]) {
      for (const id of ids) if (articleOf(id) !== null) asked.add(id);
      if (asked.size > 0) timer ??= setTimeout(run, Math.random() * SPREAD);
    },
    stop: () => clearTimeout(timer),
  };
}

/** Posts that the page would have if it were loaded now. */
export async function missing(): Promise<number[]> {
  const response = await fetch(window.location.pathname + window.location.search).catch(() => null);
  if (response === null) return [];
  if (response.status === 404 || response.status === 410) leave();
  if (!response.ok) return [];
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return [...page.querySelectorAll(".thread-replies article.post")]
    .map(({ id }) => Number(id.slice("post-".length)))
    .filter((id) => articleOf(id) === null);
}

/** The thread was hidden, or went elsewhere: its words go at once, and its address says what became of it. */
export function leave(): void {
  for (const words of document.querySelectorAll("[data-post], .opening-title, .toc, .graph-small"))
    words.replaceChildren();
  blankHead();
  for (const said of document.head.querySelectorAll("meta[property], meta[name=description]"))
    said.remove();
  document.title = "…";
  setTimeout(() => window.location.reload(), Math.random() * SPREAD);
}
