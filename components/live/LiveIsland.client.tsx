"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { applyFolds } from "@/components/live/folds.client";
import { loadNew } from "@/components/live/load-new.client";
import {
  articleOf,
  blank,
  blankHead,
  blankQuotes,
  drawAnew,
  focus,
  shownIds,
} from "@/components/live/posts.client";
import { followThread, onLive } from "@/components/live/stream.client";
import { Button } from "@/components/ui/Button";
import { count } from "@/components/ui/count";
import type { Tidings } from "@/lib/live/tidings";
import type { PostOrder } from "@/lib/routes";

/** Not all readers ask at the same moment (milliseconds). */
const SPREAD = 300;

/** Where the forum did not answer, it is asked again after so long. */
const AGAIN_AFTER = 4_000;

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
    const added = await loadNew(ids).catch(() => null);
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
    const refresher = refreshing(id, (order ?? "best") as PostOrder, () => {
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
        void missing().then((ids) => {
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

/** Collects posts that are to be asked for anew, so that they are asked for together. */
function refreshing(threadId: number, order: PostOrder, onDrawn: () => void) {
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
async function missing(): Promise<number[]> {
  const response = await fetch(window.location.pathname + window.location.search).catch(() => null);
  if (response === null) return [];
  if (!response.ok) {
    leave();
    return [];
  }
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return [...page.querySelectorAll(".thread-replies article.post")]
    .map(({ id }) => Number(id.slice("post-".length)))
    .filter((id) => articleOf(id) === null);
}

/** The thread was hidden, or went elsewhere: its words go at once, and its address says what became of it. */
function leave(): void {
  for (const words of document.querySelectorAll("[data-post], .opening-title, .toc, .graph-small"))
    words.replaceChildren();
  blankHead();
  for (const said of document.head.querySelectorAll("meta[property], meta[name=description]"))
    said.remove();
  document.title = "…";
  setTimeout(() => window.location.reload(), Math.random() * SPREAD);
}
