"use client";

import { type MouseEvent, type RefObject, useCallback, useState } from "react";
import type { ComposerAction } from "@/components/composer/Composer.client";
import { replaceText } from "@/components/composer/insert-quote";
import { EMPTY_STATE } from "@/lib/posts/composer";
import { answerPlace, withoutUnanswered } from "@/lib/text/quoting";

const NO_CONNECTION = "The post could not be laid out: there is no connection. Try again.";

/**
 * The buttons that change the text, in place, so that the browser's undo takes it back. Without
 * scripts the same buttons send the form.
 */
export function useTextTools(form: RefObject<HTMLFormElement | null>, action: ComposerAction) {
  const [message, setMessage] = useState("");
  const [working, setWorking] = useState(false);

  /** Lays the answered post out under what is typed: its Markdown is on the server. */
  const onPoints = useCallback(
    async (event: MouseEvent) => {
      event.preventDefault();
      if (form.current === null || working) return;
      const sent = new FormData(form.current);
      sent.set("intent", "points");
      setWorking(true);
      const answer = await action(EMPTY_STATE, sent).catch(() => null);
      setWorking(false);
      setMessage(answer === null ? NO_CONNECTION : answer.message);
      const text = answer?.values.text;
      const area = areaOf(form);
      if (area === null || text === undefined || answer?.signedOut) return;
      const typed = String(sent.get("text") ?? "").trimEnd().length;
      // What was typed while waiting is not to be lost.
      if (area.value.trimEnd().length !== typed) return;
      const kept = text.startsWith(area.value.trimEnd()) ? typed : 0;
      if (text !== area.value) replaceText(area, text, answerPlace(text, kept));
    },
    [form, action, working],
  );

  const onRemoveUnanswered = useCallback(
    (event: MouseEvent) => {
      event.preventDefault();
      const area = areaOf(form);
      if (area === null) return;
      const text = withoutUnanswered(area.value);
      if (text.trim() !== "") replaceText(area, text, text.length);
    },
    [form],
  );

  return { message, working, onPoints, onRemoveUnanswered };
}

function areaOf(form: RefObject<HTMLFormElement | null>): HTMLTextAreaElement | null {
  return form.current?.querySelector<HTMLTextAreaElement>("textarea[name=text]") ?? null;
}
