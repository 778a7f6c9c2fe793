"use client";

import { type MouseEvent, type RefObject, useCallback, useRef, useState } from "react";
import type { ComposerProps } from "@/components/composer/Composer.client";
import type { Preview } from "@/lib/posts/view";
import { routes } from "@/lib/routes";

const REFRESH_AFTER_MS = 350;

/**
 * The preview while typing: opened by the Preview button, then refreshed a moment after each
 * change. An answer that comes after a newer question is dropped.
 */
export function useLivePreview(
  form: RefObject<HTMLFormElement | null>,
  place: ComposerProps["place"],
) {
  const [preview, setPreview] = useState<Preview | null>(null);
  const [message, setMessage] = useState("");
  const open = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(0);

  const load = useCallback(async () => {
    const element = form.current;
    if (element === null) return;
    const data = new FormData(element);
    const question = ++asked.current;
    const kind = data.get("kind");
    const answer = await fetch(routes.preview(), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        ...place,
        ...(typeof kind === "string" ? { kind } : {}),
        text: data.get("text"),
      }),
    })
      .then((response): Promise<Preview | { message: string }> => response.json())
      .catch(() => ({ message: "No preview: there is no connection." }));
    if (question !== asked.current) return;
    if ("message" in answer) setMessage(answer.message);
    else {
      setMessage("");
      setPreview(answer);
    }
  }, [form, place]);

  const refresh = useCallback(() => {
    if (!open.current) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(load, REFRESH_AFTER_MS);
  }, [load]);

  const onPreview = useCallback(
    (event: MouseEvent) => {
      event.preventDefault();
      open.current = true;
      void load();
    },
    [load],
  );

  return { preview, message, refresh, onPreview };
}
