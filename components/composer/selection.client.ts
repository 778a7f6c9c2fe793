"use client";

import { type CSSProperties, useCallback, useEffect, useRef, useState } from "react";
import { ownTextIn } from "@/components/post/own-text";

export interface QuotableSelection {
  postId: number;
  /** Who wrote the post. */
  author: string;
  text: string;
  /** Beside the selection; unset where the bar docks at the foot of the screen (touch). */
  place: CSSProperties | undefined;
}

/** Handles of a selection are dragged in small steps: it is looked at when they rest. */
const SETTLED_MS = { mouse: 60, touch: 300 };

const isTouch = () => window.matchMedia("(pointer: coarse)").matches;

/**
 * The selected text, once it rests, while all of it lies in the own text of one post that can be
 * answered. On touch screens the bar docks at the foot, out of the way of the system's own toolbar.
 */
export function useQuotableSelection() {
  const [selection, setSelection] = useState<QuotableSelection | null>(null);
  // While a button of the bar is pressed: some browsers drop the selection before its click.
  const held = useRef(false);

  useEffect(() => {
    let pressed = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const update = () => {
      if (!held.current && !pressed) setSelection(readSelection());
    };
    const settle = () => {
      clearTimeout(timer);
      timer = setTimeout(update, isTouch() ? SETTLED_MS.touch : SETTLED_MS.mouse);
    };
    const press = () => {
      pressed = !held.current;
    };
    const release = () => {
      pressed = false;
      settle();
    };
    const follow = () => setSelection((shown) => shown && readSelection());
    // Something may have been selected before this script ran.
    update();
    document.addEventListener("selectionchange", settle);
    document.addEventListener("pointerdown", press);
    document.addEventListener("pointerup", release);
    document.addEventListener("pointercancel", release);
    window.addEventListener("resize", follow);
    window.addEventListener("scroll", follow, { passive: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener("selectionchange", settle);
      document.removeEventListener("pointerdown", press);
      document.removeEventListener("pointerup", release);
      document.removeEventListener("pointercancel", release);
      window.removeEventListener("resize", follow);
      window.removeEventListener("scroll", follow);
    };
  }, []);

  const hold = useCallback((on: boolean) => {
    held.current = on;
  }, []);
  const drop = useCallback(() => {
    held.current = false;
    window.getSelection()?.removeAllRanges();
    setSelection(null);
  }, []);
  return { selection, hold, drop };
}

/** The words selected at this moment, if they can be quoted. */
export function readSelection(): QuotableSelection | null {
  const selected = window.getSelection();
  if (selected === null || selected.isCollapsed || selected.rangeCount === 0) return null;
  const range = selected.getRangeAt(0);
  const start = ownTextAround(range.startContainer);
  // A triple click ends the range at the start of the next block, outside of the run.
  const end = ownTextAround(range.endContainer) ?? (range.endOffset === 0 ? start : null);
  if (start === null || start !== end) return null;
  // Only a post that can be answered has the link.
  const article = start.closest("article");
  if (!article?.querySelector("[data-quote]")) return null;
  const { post = "" } = start.dataset;
  const text = ownTextIn(post, range);
  if (text === "" || !/^\d+$/.test(post)) return null;
  const author = article.querySelector(".author")?.textContent ?? "";
  return { postId: Number(post), author, text, place: placeOf(range) };
}

/** The text of the post whose own run a place lies in; null in a quote and outside of posts. */
function ownTextAround(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>("[data-post] > .own")?.parentElement ?? null;
}

const BAR = { height: 52, width: 260 };

function placeOf(range: Range): CSSProperties | undefined {
  if (isTouch()) return undefined;
  const box = range.getBoundingClientRect();
  const top = box.top > BAR.height ? box.top - BAR.height : box.bottom + 8;
  const left = Math.min(box.left, window.innerWidth - BAR.width);
  return { insetBlockStart: top, insetInlineStart: Math.max(8, left) };
}
