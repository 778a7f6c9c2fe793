"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { choicesTyped } from "@/lib/posts/composer";
import { CHOICE_FIELD } from "@/lib/quotes/choices";

/**
 * Fields that are kept, if the form has them. With the form's key, which is handed back to be drawn:
 * so a text that was published although the answer got lost is not published again by its draft.
 */
const KEPT = ["text", "title", "url", "board", "kind", "formKey"];

const isKept = (field: string) => KEPT.includes(field) || field.startsWith(CHOICE_FIELD);

const SAVE_AFTER_MS = 400;

/**
 * Keeps what is typed in this browser, so that it survives a reload, a crash and an expired
 * session. Nothing is sent anywhere. A browser that refuses storage loses nothing but this.
 *
 * @param initialText what the text is before anything is typed; alone it is not worth keeping
 */
export function useDraft(
  key: string,
  form: RefObject<HTMLFormElement | null>,
  initialText: string,
) {
  const name = `draft:${key}`;
  const [restored, setRestored] = useState(false);
  const [formKey, setFormKey] = useState<string>();
  const [choices, setChoices] = useState<Values>({});
  // Once published, leaving the page must not save the draft anew.
  const forgotten = useRef(false);

  useEffect(() => {
    const element = form.current;
    if (element === null) return;
    const saved = read(name);
    if (saved !== null && saved.text !== undefined && saved.text !== textOf(element)) {
      fill(element, saved);
      setRestored(true);
      setFormKey(saved.formKey);
      setChoices(choicesTyped(saved));
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const saveNow = () => {
      if (!forgotten.current) write(name, valuesOf(element), initialText);
    };
    const save = () => {
      clearTimeout(timer);
      timer = setTimeout(saveNow, SAVE_AFTER_MS);
    };
    element.addEventListener("input", save);
    element.addEventListener("submit", saveNow);
    window.addEventListener("pagehide", saveNow);
    return () => {
      // What was typed a moment ago is still to be saved.
      if (timer !== undefined) saveNow();
      clearTimeout(timer);
      element.removeEventListener("input", save);
      element.removeEventListener("submit", saveNow);
      window.removeEventListener("pagehide", saveNow);
    };
  }, [name, form, initialText]);

  const forget = useCallback(() => {
    forgotten.current = true;
    remove(name);
  }, [name]);
  const discard = useCallback(() => {
    remove(name);
    setRestored(false);
    setFormKey(undefined);
    setChoices({});
    if (form.current) fill(form.current, { text: initialText });
  }, [name, form, initialText]);
  return { restored, formKey, choices, forget, discard };
}

type Values = Record<string, string>;

function valuesOf(form: HTMLFormElement): Values {
  const data = new FormData(form);
  const values: Values = {};
  for (const [field, value] of data) {
    if (isKept(field) && typeof value === "string") values[field] ??= value;
  }
  return values;
}

function textOf(form: HTMLFormElement): string {
  return valuesOf(form).text ?? "";
}

function fill(form: HTMLFormElement, values: Values) {
  for (const [field, value] of Object.entries(values)) {
    const control = form.elements.namedItem(field);
    if (control instanceof RadioNodeList) control.value = value;
    else if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) {
      control.value = value;
    } else if (control instanceof HTMLSelectElement) control.value = value;
    if (control instanceof HTMLTextAreaElement) {
      control.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
}

function read(name: string): Values | null {
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(name) ?? "null");
    if (typeof saved !== "object" || saved === null) return null;
    const strings = Object.entries(saved).filter((entry): entry is [string, string] => {
      return isKept(entry[0]) && typeof entry[1] === "string";
    });
    return Object.fromEntries(strings);
  } catch {
    return null;
  }
}

function write(name: string, values: Values, initialText: string) {
  try {
    const untouched = (values.text ?? "") === initialText && !values.title && !values.url;
    if (untouched) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(values));
  } catch {
    // Storage is full or forbidden: the text is still in the form.
  }
}

function remove(name: string) {
  try {
    localStorage.removeItem(name);
  } catch {
    // Nothing was kept.
  }
}
