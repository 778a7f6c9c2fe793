"use client";

import { useCallback, useEffect, useState } from "react";

/** A passage that waits to be answered together with others. */
export interface CollectedPassage {
  postId: number;
  author: string;
  text: string;
}

/** More than these are no answer any more; the oldest goes. */
const MAX_COLLECTED = 50;

/**
 * Passages collected in a thread, oldest first. They are kept in this tab, through a reload, and
 * sent nowhere. A browser that refuses storage loses nothing but that.
 *
 * @param userId another person at the same tab does not find them
 */
export function useCollected(userId: number) {
  const [passages, setPassages] = useState<CollectedPassage[]>([]);
  useEffect(() => setPassages(read(nameOf(userId))), [userId]);

  const change = useCallback(
    (changed: (before: CollectedPassage[]) => CollectedPassage[]) => {
      setPassages((before) => {
        const after = changed(before).slice(-MAX_COLLECTED);
        write(nameOf(userId), after);
        return after;
      });
    },
    [userId],
  );
  const collect = useCallback(
    (passage: CollectedPassage) => change((before) => [...before, passage]),
    [change],
  );
  const remove = useCallback(
    (index: number) => change((before) => before.filter((_, at) => at !== index)),
    [change],
  );
  const clear = useCallback(() => change(() => []), [change]);
  return { passages, collect, remove, clear };
}

/** By the page: a thread in another order is the same thread. */
function nameOf(userId: number): string {
  return `collected:${userId}:${window.location.pathname}`;
}

function read(name: string): CollectedPassage[] {
  try {
    const saved: unknown = JSON.parse(sessionStorage.getItem(name) ?? "[]");
    return Array.isArray(saved) ? saved.filter(isPassage) : [];
  } catch {
    return [];
  }
}

function isPassage(saved: unknown): saved is CollectedPassage {
  if (typeof saved !== "object" || saved === null) return false;
  const { postId, author, text } = saved as Record<string, unknown>;
  return Number.isInteger(postId) && typeof author === "string" && typeof text === "string";
}

function write(name: string, passages: CollectedPassage[]): void {
  try {
    if (passages.length === 0) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, JSON.stringify(passages));
  } catch {
    // Storage is full or forbidden: they stay until the page is left.
  }
}
