"use client";

import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { Answers } from "@/components/answers/Answers";
import { count } from "@/components/ui/count";
import type { PassageAnswers } from "@/lib/answers/points";
import { routes } from "@/lib/routes";

type Shown =
  | { state: "loading" }
  | { state: "answered"; answers: PassageAnswers }
  | { state: "failed"; message: string };

/** The answers to one passage, fetched when it opens, so that they are those of now. */
export function AnswersPanel({
  postId,
  start,
  end,
  onClose,
  onSized,
}: {
  postId: number;
  start: number;
  end: number;
  onClose: () => void;
  /** Called when the panel may have another height. */
  onSized: () => void;
}) {
  const [shown, setShown] = useState<Shown>({ state: "loading" });
  const panel = useRef<HTMLElement>(null);

  useEffect(() => {
    const leaving = new AbortController();
    void fetchAnswers(routes.answersData(postId, start, end), leaving.signal).then((answer) => {
      if (!leaving.signal.aborted) setShown(answer);
    });
    return () => leaving.abort();
  }, [postId, start, end]);

  // In the document the panel stands behind the text, so whoever uses a keyboard is led into it.
  useEffect(() => panel.current?.focus({ preventScroll: true }), []);

  // Whenever something else is shown there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown makes the height
  useLayoutEffect(onSized, [shown, onSized]);

  return (
    <section
      ref={panel}
      tabIndex={-1}
      aria-label="Answers to the passage"
      aria-busy={shown.state === "loading"}
      className="answers-panel"
    >
      <div className="answers-panel-head">
        <p role="status">{headline(shown)}</p>
        <a href={routes.answers(postId, start, end)}>Point by point</a>
        <button type="button" className="link" onClick={onClose}>
          Close
        </button>
      </div>
      {shown.state === "answered" && shown.answers.total > 0 && (
        <Answers answers={shown.answers.answers} now={new Date()} inThread />
      )}
      {shown.state === "answered" && shown.answers.total > shown.answers.answers.length && (
        <p className="answer-more">
          <a href={routes.allAnswers(postId, start, end)}>All {shown.answers.total} answers</a>
        </p>
      )}
    </section>
  );
}

function headline(shown: Shown): string {
  if (shown.state === "loading") return "Looking for the answers…";
  if (shown.state === "failed") return shown.message;
  const { total } = shown.answers;
  return total === 0 ? "Nobody answers these words any more." : count(total, "answer");
}

async function fetchAnswers(address: string, signal: AbortSignal): Promise<Shown> {
  const failed = (message: string): Shown => ({ state: "failed", message });
  const response = await fetch(address, { signal }).catch(() => null);
  if (response === null) return failed("The answers did not arrive: no connection.");
  if (response.status === 404) return failed("This post is no longer here.");
  const answers: PassageAnswers | null = response.ok
    ? await response.json().catch(() => null)
    : null;
  if (answers === null) return failed("The answers did not arrive. Please try again.");
  return { state: "answered", answers };
}
