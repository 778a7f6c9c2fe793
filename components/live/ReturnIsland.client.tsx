"use client";

import { useEffect } from "react";
import { applyFolds, rememberFolds } from "@/components/live/folds.client";
import { isReturn, keepPlace, restorePlace } from "@/components/live/place.client";

/** Whoever comes back to a thread finds it as they left it: what was folded, and where they were. */
export function ReturnIsland({ threadId, signedIn }: { threadId: number; signedIn: boolean }) {
  useEffect(() => {
    if (!signedIn) applyFolds(threadId);
    if (isReturn()) restorePlace(threadId);
    const forget = rememberFolds(threadId, signedIn);
    window.addEventListener("pagehide", keepPlace);
    return () => {
      forget();
      window.removeEventListener("pagehide", keepPlace);
    };
  }, [threadId, signedIn]);
  return null;
}
