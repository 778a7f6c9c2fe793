"use client";

import { type MouseEvent, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { ComposerProps } from "@/components/composer/Composer.client";
import type { Notes } from "@/components/composer/QuoteNotes";
import { choicesTyped } from "@/lib/posts/composer";
import type { Preview } from "@/lib/posts/view";
import { CHOICE_FIELD } from "@/lib/quotes/choices";
import { routes } from "@/lib/routes";

/** Who looks at the preview sees it follow; the list of quotes can wait for a pause. */
const REFRESH_AFTER_MS = { preview: 350, quotes: 600 };

/** A text that may hold a quote; the server knows for sure. */
const QUOTE_LINE = /^ {0,3}>/m;

/** Why the text could not be looked at. */
export interface PreviewTrouble {
  message: string;
  /** Whether signing in again would help. */
  signedOut: boolean;
}

const NO_CONNECTION = {
  message: "There is no connection. Your text stays here, and is looked at again when you go on.",
  signedOut: false,
};

/**
 * What the forum makes of the text while it is typed: opened by the Preview button, or by itself as
 * soon as the text quotes something; then refreshed a moment after each change. An answer that comes
 * after a newer question is dropped.
 *
 * @param initial what the page came with: its text and what is known of its quotes
 */
export function useLivePreview(
  form: RefObject<HTMLFormElement | null>,
  { parent, post, kind }: ComposerProps["place"],
  initial: { text: string; notes: Notes | null },
) {
  const [preview, setPreview] = useState<Preview | null>(null);
  const [notes, setNotes] = useState(initial.notes);
  const [looking, setLooking] = useState(false);
  const [trouble, setTrouble] = useState<PreviewTrouble | null>(null);
  const [open, setOpen] = useState(false);
  const isOpen = useRef(false);
  const looked = useRef(initial.notes === null ? null : initial.text);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(0);

  const load = useCallback(async () => {
    const element = form.current;
    if (element === null) return;
    const question = ++asked.current;
    const answer = await ask(element, { parent, post, kind });
    if (question !== asked.current) return;
    setLooking(false);
    if ("message" in answer) setTrouble(answer);
    else {
      setTrouble(null);
      setPreview(answer);
      setNotes(answer);
    }
  }, [form, parent, post, kind]);

  useEffect(() => {
    const element = form.current;
    if (element === null) return;
    const text = () => String(new FormData(element).get("text") ?? "");
    // What opens a thread has no earlier post to quote.
    const quotable = parent !== undefined || post !== undefined;
    const refresh = () => {
      clearTimeout(timer.current);
      if (isOpen.current || (quotable && QUOTE_LINE.test(text()))) {
        setLooking(quotable);
        const { preview, quotes } = REFRESH_AFTER_MS;
        timer.current = setTimeout(load, isOpen.current ? preview : quotes);
        return;
      }
      // Whatever is under way speaks of quotes that are gone.
      asked.current += 1;
      setPreview(null);
      setNotes(null);
      setLooking(false);
      setTrouble(null);
    };
    const onInput = (event: Event) => {
      const name = event.target instanceof Element ? (event.target.getAttribute("name") ?? "") : "";
      if (name === "text" || name === "kind" || name.startsWith(CHOICE_FIELD)) refresh();
    };
    const onOnline = () => asked.current > 0 && refresh();
    // A draft may have been put back before.
    if (text() !== looked.current) refresh();
    // React hears no change that a script makes; both events, since radio buttons send both.
    element.addEventListener("input", onInput);
    element.addEventListener("change", onInput);
    window.addEventListener("online", onOnline);
    return () => {
      clearTimeout(timer.current);
      element.removeEventListener("input", onInput);
      element.removeEventListener("change", onInput);
      window.removeEventListener("online", onOnline);
    };
  }, [form, load, parent, post]);

  const onPreview = useCallback(
    (event: MouseEvent) => {
      event.preventDefault();
      isOpen.current = true;
      setOpen(true);
      void load();
    },
    [load],
  );

  return { preview: open ? preview : null, notes, looking, trouble, onPreview };
}

async function ask(
  form: HTMLFormElement,
  place: ComposerProps["place"],
): Promise<Preview | PreviewTrouble> {
  const data = new FormData(form);
  const kind = data.get("kind");
  const fields = [...data].filter(
    (field): field is [string, string] => typeof field[1] === "string",
  );
  const choices = Object.entries(choicesTyped(Object.fromEntries(fields)));
  const body = {
    ...place,
    ...(typeof kind === "string" ? { kind } : {}),
    text: data.get("text"),
    choices: Object.fromEntries(
      choices.map(([name, value]) => [name.slice(CHOICE_FIELD.length), value]),
    ),
  };
  try {
    const response = await fetch(routes.preview(), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const answer: Preview | { message: string } = await response.json();
    return "message" in answer ? { ...answer, signedOut: response.status === 401 } : answer;
  } catch {
    return NO_CONNECTION;
  }
}
