"use client";

import { type CSSProperties, useEffect, useState } from "react";

export interface QuotableSelection {
  postId: number;
  text: string;
  /** Beside the selection; unset where the bar docks at the foot of the screen (touch). */
  place: CSSProperties | undefined;
}

/**
 * The selected text, while all of it lies in the own text of one post that can be answered. On touch screens the bar docks
 * at the foot, out of the way of the system's own toolbar.
 */
export function useQuotableSelection(): QuotableSelection | null {
  const [selection, setSelection] = useState<QuotableSelection | null>(null);
  useEffect(() => {
    const update = () => setSelection(readSelection());
    // Something may have been selected before this script ran.
    update();
    document.addEventListener("selectionchange", update);
    return () => document.removeEventListener("selectionchange", update);
  }, []);
  return selection;
}

function readSelection(): QuotableSelection | null {
  const selected = window.getSelection();
  if (selected === null || selected.isCollapsed || selected.rangeCount === 0) return null;
  const range = selected.getRangeAt(0);
  const text = selected.toString().trim();
  const start = ownRun(range.startContainer);
  // A triple click ends the range at the start of the next block, outside of the run.
  const end = ownRun(range.endContainer) ?? (range.endOffset === 0 ? start : null);
  if (text === "" || start === null || start !== end) return null;
  // Only a post that can be answered has the link.
  if (!start.closest("article")?.querySelector("[data-quote]")) return null;
  const postId = Number(start.closest<HTMLElement>("[data-post]")?.dataset.post);
  if (!Number.isInteger(postId)) return null;
  return { postId, text, place: placeOf(range) };
}

function ownRun(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>("[data-post] > .own") ?? null;
}

const BAR_HEIGHT = 48;

function placeOf(range: Range): CSSProperties | undefined {
  if (window.matchMedia("(pointer: coarse)").matches) return undefined;
  const box = range.getBoundingClientRect();
  const top = box.top > BAR_HEIGHT ? box.top - BAR_HEIGHT : box.bottom + 8;
  return { position: "fixed", insetBlockStart: top, insetInlineStart: Math.max(8, box.left) };
}
