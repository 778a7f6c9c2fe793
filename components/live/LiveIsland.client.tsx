"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { applyFolds } from "@/components/live/folds.client";
import { type Following, follow } from "@/components/live/following.client";
import { focus } from "@/components/live/shown.client";
import { Button } from "@/components/ui/Button";
import { count } from "@/components/ui/count";
import type { PostOrder } from "@/lib/routes";

/**
 * Keeps the page of an open thread up to date: announces new posts by a count that moves nothing, and
 * takes out what was hidden. Without it, or without a connection, a page is what it was when it was loaded.
 */
export function LiveIsland({ signedIn }: { signedIn: boolean }) {
  const following = useRef<Following | null>(null);
  const [waiting, setWaiting] = useState(0);
  const [loading, setLoading] = useState(false);
  const [failed, setFailed] = useState(false);
  const [message, setMessage] = useState("");

  const load = useCallback(async () => {
    setLoading(true);
    const added = (await following.current?.load().catch(() => null)) ?? null;
    setLoading(false);
    setFailed(added === null);
    if (added === null) return;
    const [first] = added;
    if (first === undefined) return;
    setMessage(`${count(added.length, "new reply was", "new replies were")} added.`);
    first.scrollIntoView({ block: "start" });
    focus(first);
  }, []);

  useEffect(() => {
    const section = document.querySelector<HTMLElement>("[data-thread][data-since]");
    const { thread, since, order = "best" } = section?.dataset ?? {};
    if (thread === undefined || since === undefined) return;
    const id = Number(thread);
    const announce = (posts: number) => {
      setWaiting(posts);
      setFailed(false);
      setMessage("");
    };
    const onDrawn = () => {
      // For members the forum has drawn them as they folded them.
      if (!signedIn) applyFolds(id);
    };
    following.current = follow({ id, since, order: order as PostOrder }, announce, onDrawn);
    return () => following.current?.stop();
  }, [signedIn]);

  const announced = count(waiting, "new reply", "new replies");
  return (
    <div className="live">
      <p role="status" className="sr-only">
        {failed ? "The new replies did not arrive." : waiting > 0 ? announced : message}
      </p>
      {waiting > 0 && (
        <Button look="primary" data-load-new disabled={loading} onClick={() => void load()}>
          {loading ? "Loading …" : failed ? `${announced}: try again` : announced}
        </Button>
      )}
    </div>
  );
}
