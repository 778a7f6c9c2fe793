"use client";

import { useEffect, useState } from "react";

const KEPT = "rejoinder:queue-keys";

const TYPED_IN = "input:not([type=checkbox]), textarea, select, [contenteditable]";

/**
 * Moves through the queue by j and k: in the list from case to case, on a case to its neighbours. Keys
 * of one letter get in the way of speech input, so they can be turned off (WCAG 2.1.4).
 */
export function QueueKeys() {
  const [on, setOn] = useState<boolean | null>(null);
  useEffect(() => setOn(localStorage.getItem(KEPT) !== "off"), []);
  useEffect(() => {
    if (on !== true) return;
    const onKey = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, target } = event;
      if ((key !== "j" && key !== "k") || ctrlKey || metaKey || altKey) return;
      if (target instanceof Element && target.closest(TYPED_IN)) return;
      move(key === "j" ? 1 : -1);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [on]);
  if (on === null) return null;
  return (
    <label data-own-keys className="flex items-baseline gap-2 text-sm text-soft">
      <input
        type="checkbox"
        checked={on}
        onChange={({ target }) => {
          setOn(target.checked);
          localStorage.setItem(KEPT, target.checked ? "on" : "off");
        }}
      />
      <span>
        Move with <kbd>j</kbd> and <kbd>k</kbd>
      </span>
    </label>
  );
}

function move(step: 1 | -1): void {
  const items = [...document.querySelectorAll<HTMLAnchorElement>("a[data-queue-item]")];
  if (items.length === 0) {
    document.querySelector<HTMLAnchorElement>(`a[rel=${step === 1 ? "next" : "prev"}]`)?.click();
    return;
  }
  const at = items.findIndex((item) => item.isSameNode(document.activeElement));
  const next = at === -1 ? 0 : Math.min(Math.max(at + step, 0), items.length - 1);
  items[next]?.focus();
}
