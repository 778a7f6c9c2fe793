"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import type { AnswersPanel } from "@/components/answers/AnswersPanel.client";
import type { Room } from "@/components/answers/room.client";
import { pressedLink } from "@/components/ui/pressed-link";

interface OpenAnswers {
  /** The link that was pressed. */
  link: HTMLAnchorElement;
  room: Room;
  Panel: typeof AnswersPanel;
  postId: number;
  start: number;
  end: number;
}

const MARKS = "a[data-answers]";

/** Fetched when it is first needed. */
const loadPanel = () => import("@/components/answers/panel.client");

/** What the link of an answered passage says of itself, as lib/answers/passages.ts writes it. */
function readMark(link: HTMLAnchorElement) {
  const [start, end] = (link.dataset.answers ?? "").split("-").map(Number);
  const postId = Number(link.closest<HTMLElement>("[data-post]")?.dataset.post);
  if (start === undefined || end === undefined || !Number.isInteger(postId)) return null;
  return { postId, start, end };
}

/**
 * Lists the answers to a passage under it, when its mark is pressed: one listener for all marks of
 * the page. Without scripts the same links lead to the page of the points.
 */
export function AnswersIsland() {
  const [open, setOpen] = useState<OpenAnswers | null>(null);
  const current = useRef<OpenAnswers | null>(null);
  const pressed = useRef<HTMLAnchorElement | null>(null);

  const close = useCallback((focus: boolean) => {
    const closing = current.current;
    if (closing === null) return;
    closing.link.setAttribute("aria-expanded", "false");
    closing.link.removeAttribute("aria-controls");
    closing.room.give();
    current.current = null;
    setOpen(null);
    if (focus) closing.link.focus();
  }, []);

  useEffect(() => {
    for (const link of document.querySelectorAll(MARKS))
      link.setAttribute("aria-expanded", "false");
    const onClick = (event: MouseEvent) => {
      const link = pressedLink(event, MARKS);
      const mark = link && readMark(link);
      if (!link || !mark) return;
      const again = current.current?.link === link;
      event.preventDefault();
      close(again);
      pressed.current = again ? null : link;
      if (again) return;
      loadPanel().then(
        ({ AnswersPanel, makeRoom }) => {
          // Another mark was pressed meanwhile, or the same again: then it is open.
          if (pressed.current !== link || current.current !== null) return;
          const room = makeRoom(link);
          if (room === null) return window.location.assign(link.href);
          link.setAttribute("aria-expanded", "true");
          link.setAttribute("aria-controls", room.host.id);
          current.current = { link, room, Panel: AnswersPanel, ...mark };
          setOpen(current.current);
        },
        () => window.location.assign(link.href),
      );
    };
    const onKey = (event: KeyboardEvent) => {
      const { activeElement } = document;
      const shown = current.current;
      if (event.key !== "Escape" || shown === null) return;
      // Elsewhere, such as in the composer, the key may mean something else.
      if (activeElement !== document.body && activeElement !== shown.link) {
        if (!shown.room.host.contains(activeElement)) return;
      }
      close(true);
    };
    document.addEventListener("click", onClick);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("click", onClick);
      document.removeEventListener("keydown", onKey);
      pressed.current = null;
      close(false);
    };
  }, [close]);

  if (open === null) return null;
  const { postId, start, end, room, Panel } = open;
  return createPortal(
    <Panel
      key={room.host.id}
      {...{ postId, start, end }}
      onClose={() => close(true)}
      onSized={room.resize}
    />,
    room.host,
  );
}
