import { blank, blankHead, blankQuotes, leave } from "@/components/live/blank.client";
import type { Refresher } from "@/components/live/refresh.client";
import { articleOf, shownIds } from "@/components/live/shown.client";
import { followThread, onLive } from "@/components/live/stream.client";
import type { Tidings } from "@/lib/live/tidings";
import type { PostOrder } from "@/lib/routes";

/** The thread that a page shows, and in which state it was made. */
export interface Shown {
  id: number;
  since: string;
  order: PostOrder;
}

/** What becomes of an open page of a thread from now on. */
export interface Following {
  /**
   * Puts the posts into the page that were announced.
   *
   * @returns their articles, in reading order
   * @throws when the forum did not answer; they stay announced
   */
  load(): Promise<HTMLElement[]>;
  stop(): void;
}

/**
 * Does with the page of a thread what it is told by the stream.
 *
 * @param onAnnounced is told how many new posts wait to be put into the page
 * @param onDrawn after posts were drawn anew
 */
export function follow(
  { id, since, order }: Shown,
  onAnnounced: (count: number) => void,
  onDrawn: () => void,
): Following {
  const pending = new Set<number>();
  const page = new AbortController();
  const refresher = refresherOf(id, order, page.signal, onDrawn);
  /** What was done while new posts are on their way, which may know nothing of it; null while none are. */
  let meanwhile: (() => void)[] | null = null;

  const take = (tidings: Tidings) => {
    const { thread, fresh, changed, gone, redacted } = tidings;
    if (changed.length + gone.length + redacted.length > 0) blankHead();
    gone.forEach(blank);
    redacted.forEach(blankQuotes);
    for (const each of gone) pending.delete(each);
    const opening = thread === undefined ? [] : shownIds().slice(0, 1);
    void refresher.ask([...opening, ...fresh, ...changed, ...gone, ...redacted]);
    for (const each of fresh) if (articleOf(each) === null) pending.add(each);
    onAnnounced(pending.size);
  };
  const end = () => {
    page.abort();
    leave();
  };
  const catchUp = async () => {
    void refresher.ask(shownIds());
    const ids = await refresher.missing();
    if (ids === null) return end();
    for (const each of ids) pending.add(each);
    onAnnounced(pending.size);
  };
  const act = (what: () => void) => {
    meanwhile?.push(what);
    what();
  };
  const stop = [
    onLive("thread", (data) => {
      const tidings: Tidings = JSON.parse(data);
      if (tidings.thread === "gone") end();
      else act(() => take(tidings));
    }),
    onLive("gone", end),
    onLive("stale", () => act(() => void catchUp())),
  ];
  followThread(id, since);

  return {
    async load() {
      const { loadNew } = await import("@/components/live/load-new.client");
      const asked = [...pending];
      const again: (() => void)[] = [];
      meanwhile = again;
      const added = await loadNew(asked, page.signal).finally(() => {
        meanwhile = null;
      });
      for (const each of asked) pending.delete(each);
      for (const each of [...pending]) if (articleOf(each) !== null) pending.delete(each);
      for (const what of again) what();
      onAnnounced(pending.size);
      return added.filter((article) => article.isConnected);
    },
    stop() {
      for (const each of stop) each();
      page.abort();
    },
  };
}

/**
 * What asks the forum for posts anew, fetched when there is first something to ask. Should it not arrive,
 * the page stays without what had to leave it, which needs none of this.
 */
function refresherOf(id: number, order: PostOrder, page: AbortSignal, onDrawn: () => void) {
  const fetchCode = () => import("@/components/live/refresh.client").catch(() => null);
  let refresher: Refresher | undefined;
  return {
    async ask(ids: readonly number[]): Promise<void> {
      const code = await fetchCode();
      refresher ??= code?.refreshing(id, order, page, onDrawn);
      refresher?.ask(ids);
    },
    async missing(): Promise<number[] | null> {
      const code = await fetchCode();
      return code === null ? [] : code.missing();
    },
  };
}
