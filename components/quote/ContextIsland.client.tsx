"use client";

import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { QuotePassage } from "@/components/quote/QuotePassage";
import { pressedLink } from "@/components/ui/pressed-link";
import type { QuoteContext } from "@/lib/quotes/surroundings";
import { routes } from "@/lib/routes";

/** A quote whose surroundings were asked for, and where they are drawn. */
interface Opened {
  link: HTMLAnchorElement;
  host: HTMLElement;
  answer: QuoteContext | { message: string } | null;
}

const NO_CONNECTION = { message: "The words around it could not be loaded. Press again to retry." };

/**
 * Shows the words around a passage under its quote, for all quotes of a page by one listener.
 * Pressed again, they go. Without scripts the same links lead to the page of the quote.
 */
export function ContextIsland() {
  const [opened, setOpened] = useState<readonly Opened[]>([]);

  useEffect(() => {
    const close = (link: HTMLAnchorElement) => {
      link.setAttribute("aria-expanded", "false");
      setOpened((all) => {
        for (const one of all) if (one.link === link) one.host.remove();
        return all.filter((one) => one.link !== link);
      });
    };
    const open = async (link: HTMLAnchorElement) => {
      const host = document.createElement("div");
      link.closest("blockquote")?.append(host);
      link.setAttribute("aria-expanded", "true");
      setOpened((all) => [...all, { link, host, answer: null }]);
      const answer = await load(Number(link.dataset.context));
      setOpened((all) => all.map((one) => (one.link === link ? { ...one, answer } : one)));
    };
    const onClick = (event: MouseEvent) => {
      const link = pressedLink(event, "a[data-context]");
      if (link === null) return;
      event.preventDefault();
      if (link.getAttribute("aria-expanded") === "true") close(link);
      else void open(link);
    };
    document.addEventListener("click", onClick);
    return () => document.removeEventListener("click", onClick);
  }, []);

  return opened.map(({ host, link, answer }) =>
    createPortal(
      <section className="quote-context" aria-label="Around this quote" aria-live="polite">
        {answer === null && "Loading …"}
        {answer && "message" in answer && answer.message}
        {answer && !("message" in answer) && <QuotePassage context={answer} />}
      </section>,
      host,
      link.dataset.context,
    ),
  );
}

function load(identity: number): Promise<QuoteContext | { message: string }> {
  return fetch(routes.quoteContext(identity))
    .then((response) => response.json())
    .catch(() => NO_CONNECTION);
}
