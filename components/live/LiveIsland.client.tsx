"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { blank, blankHead, blankQuotes, leave } from "@/components/live/blank.client";
import { applyFolds } from "@/components/live/folds.client";
import type { Refresher } from "@/components/live/refresh.client";
import { articleOf, focus, shownIds } from "@/components/live/shown.client";
import { followThread, onLive } from "@/components/live/stream.client";
import { Button } from "@/components/ui/Button";
import { count } from "@/components/ui/count";
import type { Tidings } from "@/lib/live/tidings";
import type { PostOrder } from "@/lib/routes";

/**
 * Keeps the page of an open thread up to date: announces new posts by a count that moves nothing, and
 * takes out what was hidden. Without it, or without a connection, a page is what it was when it was loaded.
 */
export function LiveIsland({ signedIn }: { signedIn: boolean }) {
  const pending = useRef(new Set<number>());
  const [waiting, setWaiting] = useState(0);
  const [loading, setLoading] = useState(false);
  const [message, setMessage] = useState("");

  const load = useCallback(async () => {
    setLoading(true);
    const ids = [...pending.current];
    const added = await import("@/components/live/load-new.client")
      .then(({ loadNew }) => loadNew(ids))
      .catch(() => null);
    setLoading(false);
    if (added === null) return setMessage("The new replies did not arrive. Please try again.");
    pending.current.clear();
    setWaiting(0);
    setMessage(`${count(added.length, "new reply was", "new replies were")} added.`);
    const [first] = added;
    if (first === undefined) return;
    first.scrollIntoView({ block: "start" });
    focus(first);
  }, []);

  useEffect(() => {
    const section = document.querySelector<HTMLElement>("[data-thread][data-since]");
    const { thread, since, order } = section?.dataset ?? {};
    if (thread === undefined || since === undefined) return;
    const id = Number(thread);
    const refresher = refresherOf(id, (order ?? "best") as PostOrder, () => {
      // For members the forum has drawn them as they folded them.
      if (!signedIn) applyFolds(id);
    });
    const announce = () => setWaiting(pending.current.size);
    const onThread = (data: string) => {
      const tidings: Tidings = JSON.parse(data);
      if (tidings.thread === "gone") return leave();
      const { fresh, changed, gone, redacted } = tidings;
      if (changed.length + gone.length + redacted.length > 0) blankHead();
      gone.forEach(blank);
      redacted.forEach(blankQuotes);
      for (const id of gone) pending.current.delete(id);
      const opening = tidings.thread === undefined ? [] : shownIds().slice(0, 1);
      refresher.ask([...opening, ...fresh, ...changed, ...gone, ...redacted]);
      for (const id of fresh) if (articleOf(id) === null) pending.current.add(id);
      setMessage("");
      announce();
    };
    const stop = [
      onLive("thread", onThread),
      onLive("gone", leave),
      onLive("stale", () => {
        refresher.ask(shownIds());
        void refresher.missing().then((ids) => {
          for (const id of ids) pending.current.add(id);
          announce();
        });
      }),
    ];
    followThread(id, since);
    return () => {
      for (const each of stop) each();
      refresher.stop();
    };
  }, [signedIn]);

  return (
    <div className="live">
      <p role="status" className="sr-only">
        {waiting > 0 ? count(waiting, "new reply", "new replies") : message}
      </p>
      {waiting > 0 && (
        <Button look="primary" data-load-new disabled={loading} onClick={() => void load()}>
          {loading ? "Loading …" : count(waiting, "new reply", "new replies")}
        </Button>
      )}
    </div>
  );
}

/**
 * What asks the forum for posts anew, fetched when there is first something to ask. Should it not arrive,
 * the page stays without what had to leave it, which needs none of this.
 */
function refresherOf(id: number, order: PostOrder, onDrawn: () => void) {
  let fetched: Promise<Refresher> | undefined;
  const refresher = () => {
    fetched ??= import("@/components/live/refresh.client").then(({ Refresher }) => {
      return new Refresher(id, order, onDrawn);
    });
    return fetched.catch(() => {
      fetched = undefined;
      return null;
    });
  };
  return {
    ask: async (ids: readonly number[]) => (await refresher())?.ask(ids),
    missing: async () => (await refresher())?.missing() ?? [],
    stop: async () => (await fetched?.catch(() => null))?.stop(),
  };
}
