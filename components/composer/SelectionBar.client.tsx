"use client";

import { useCallback, useEffect, useRef } from "react";
import { type QuotableSelection, readSelection } from "@/components/composer/selection.client";
import { buttonClass } from "@/components/ui/Button";

/** As large as a finger needs. */
const FINGER = "pointer-coarse:min-h-11 pointer-coarse:flex-1";

/** What can be done with selected words: by mouse, by finger, or by the keys that it shows. */
export function SelectionBar({
  selection,
  onQuote,
  onCollect,
  onHold,
  onDismiss,
}: {
  selection: QuotableSelection;
  onQuote: (selection: QuotableSelection) => void;
  onCollect: (selection: QuotableSelection) => void;
  /** Pressing a button must not take the selection away before it is used. */
  onHold: (on: boolean) => void;
  onDismiss: () => void;
}) {
  const bar = useRef<HTMLDivElement>(null);
  // Quick fingers press before the bar has followed; some browsers drop the selection when pressed.
  const chosen = useCallback(() => readSelection() ?? selection, [selection]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isWriting(document.activeElement)) return;
      if (event.key === "Escape") return onDismiss();
      if (isShortcut(event, "q")) onQuote(chosen());
      else if (isShortcut(event, "c")) onCollect(chosen());
      else if (event.key === "Tab" && !event.shiftKey && document.activeElement === document.body) {
        // The bar is what comes next for who has just selected something.
        bar.current?.querySelector("button")?.focus();
      } else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [chosen, onQuote, onCollect, onDismiss]);
  return (
    <div
      ref={bar}
      className="selection-bar"
      role="toolbar"
      aria-label="Selected words"
      style={selection.place}
      onPointerDown={(event) => {
        event.preventDefault();
        onHold(true);
      }}
      onPointerLeave={() => onHold(false)}
    >
      <button
        type="button"
        className={`${buttonClass("primary")} ${FINGER}`}
        aria-keyshortcuts="Alt+Q"
        onClick={() => onQuote(chosen())}
      >
        Quote <Keys letter="Q" />
      </button>
      <button
        type="button"
        className={`${buttonClass()} ${FINGER}`}
        aria-keyshortcuts="Alt+C"
        onClick={() => onCollect(chosen())}
      >
        Collect <Keys letter="C" />
      </button>
    </div>
  );
}

/** Not read out: aria-keyshortcuts says it. */
function Keys({ letter }: { letter: string }) {
  return (
    <span className="keys" aria-hidden="true">
      Alt {letter}
    </span>
  );
}

function isWriting(element: Element | null): boolean {
  return element?.matches("input, textarea, select, [contenteditable]") ?? false;
}

/** By the letter; where Alt makes another character of it (macOS), by the key's place. */
function isShortcut(event: KeyboardEvent, letter: string): boolean {
  if (!event.altKey || event.ctrlKey || event.metaKey) return false;
  const key = event.key.toLowerCase();
  return /^[a-z]$/.test(key) ? key === letter : event.code === `Key${letter.toUpperCase()}`;
}
