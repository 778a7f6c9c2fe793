"use client";

import { useEffect, useState } from "react";
import { routes } from "@/lib/routes";
import type { VoteOutcome } from "@/lib/votes/vote";

/** Casts votes in place: one listener for all vote buttons of the page. */
export function VoteIsland() {
  const [message, setMessage] = useState("");
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      if (!(event.target instanceof Element)) return;
      const button = event.target.closest<HTMLButtonElement>("button[name=vote]");
      if (button === null) return;
      event.preventDefault();
      void castVote(button.value).then(setMessage);
    };
    document.addEventListener("click", onClick);
    return () => document.removeEventListener("click", onClick);
  }, []);
  return (
    <p role="status" className={message === "" ? "sr-only" : "toast"}>
      {message}
    </p>
  );
}

/** @returns what to tell the person; empty when the vote is shown by the buttons themselves */
async function castVote(vote: string): Promise<string> {
  const response = await fetch(routes.vote(), {
    method: "POST",
    headers: { accept: "application/json" },
    body: new URLSearchParams({ vote }),
  }).catch(() => null);
  if (response === null) return "The vote was not sent: no connection. Please try again.";
  if (response.status === 401) {
    window.location.assign(routes.signIn(window.location.pathname + window.location.search));
    return "";
  }
  // Refused before the forum saw it (too large, a broken server): the answer is no JSON.
  const answer: VoteOutcome | { message: string } | null = await response.json().catch(() => null);
  if (answer === null) return "The vote was not counted. Please try again.";
  if ("message" in answer) return answer.message;
  for (const group of document.querySelectorAll(`[data-votes="${answer.postId}"]`)) {
    showVote(group, answer);
  }
  return "";
}

function showVote(group: Element, { postId, score, ownVote }: VoteOutcome) {
  const [up, down] = group.querySelectorAll("button");
  const shown = group.querySelector("[data-score]");
  if (up === undefined || down === undefined || shown === null) return;
  shown.textContent = String(score);
  up.value = `${postId}:${ownVote === 1 ? "none" : "up"}`;
  up.setAttribute("aria-pressed", String(ownVote === 1));
  down.value = `${postId}:${ownVote === -1 ? "none" : "down"}`;
  down.setAttribute("aria-pressed", String(ownVote === -1));
}
