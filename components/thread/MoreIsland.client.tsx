"use client";

import { useEffect, useState } from "react";
import { pressedLink } from "@/components/ui/pressed-link";

/**
 * Puts the next page of a long thread under the one that is shown, in place of going there. Without
 * scripts, or where that fails, the link goes there.
 */
export function MoreIsland() {
  const [message, setMessage] = useState("");
  useEffect(() => {
    const onClick = async (event: MouseEvent) => {
      const link = pressedLink(event, "a[data-more]");
      if (link === null || link.getAttribute("aria-busy") === "true") return;
      event.preventDefault();
      link.setAttribute("aria-busy", "true");
      setMessage("Loading …");
      if (await append(link).catch(() => false)) setMessage("More replies were added.");
      else window.location.assign(link.href);
    };
    document.addEventListener("click", onClick);
    return () => document.removeEventListener("click", onClick);
  }, []);
  return (
    <p role="status" className="sr-only">
      {message}
    </p>
  );
}

/** @returns whether the page that the link leads to had replies to put in the place of the link */
async function append(link: HTMLAnchorElement): Promise<boolean> {
  const response = await fetch(link.href);
  if (!response.ok) return false;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const section = page.querySelector(".thread-replies");
  const added = [...(section?.querySelectorAll(":scope > .branch, :scope > .post") ?? [])];
  const links = link.closest("nav");
  const first = added[0]?.querySelector("article") ?? added[0];
  if (section === null || links === null || !(first instanceof HTMLElement)) return false;
  const next = section.querySelector(":scope > .thread-pages");
  links.replaceWith(...added.map((each) => document.adoptNode(each)), ...(next ? [next] : []));
  // Where reading goes on, for those who do not see it.
  first.tabIndex = -1;
  first.focus({ preventScroll: true });
  return true;
}
