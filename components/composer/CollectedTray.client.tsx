"use client";

import type { CollectedPassage } from "@/components/composer/collected.client";
import { useDocked } from "@/components/composer/docked.client";
import { buttonClass } from "@/components/ui/Button";
import { count } from "@/components/ui/count";
import { snippet } from "@/lib/text/snippet";

/** Enough of a passage to know it again. Code points. */
const BEGINNING = 90;

/** Passages waiting to be answered, at the foot of the screen, and where the answer would go. */
export function CollectedTray({
  passages,
  replying,
  onAnswer,
  onRemove,
  onClear,
}: {
  passages: CollectedPassage[];
  /** A reply is open already: they go into it. */
  replying: boolean;
  onAnswer: () => void;
  onRemove: (index: number) => void;
  onClear: () => void;
}) {
  const last = passages.at(-1);
  useDocked(last !== undefined);
  const goes = replying ? "into the open reply" : `under ${last?.author ?? "the last"}’s post`;
  return (
    <section
      // Without a name it is no landmark; the status in it stays, so that a change is read out.
      aria-label={last && "Collected passages"}
      className={last && "tray"}
    >
      <p role="status" className={last ? "tray-count" : "sr-only"}>
        {last && (
          <>
            <b>{count(passages.length, "passage")} collected.</b>{" "}
            <span className="tray-goes">Your answer goes {goes}.</span>
          </>
        )}
      </p>
      {last && (
        <>
          <details className="tray-passages">
            <summary>Show them</summary>
            <ol>
              {passages.map(({ postId, author, text }, index) => (
                <li
                  // biome-ignore lint/suspicious/noArrayIndexKey: the same passage may be there twice
                  key={index}
                >
                  <span>
                    <a href={`#post-${postId}`}>{author}</a> {snippet(text, BEGINNING)}
                  </span>
                  <button
                    type="button"
                    className="link"
                    aria-label={`Remove passage ${index + 1}`}
                    onClick={() => onRemove(index)}
                  >
                    Remove
                  </button>
                </li>
              ))}
            </ol>
          </details>
          <div className="tray-buttons">
            <button type="button" className={buttonClass("primary")} onClick={onAnswer}>
              Answer
            </button>
            <button type="button" className={buttonClass()} onClick={onClear}>
              Clear
            </button>
          </div>
        </>
      )}
    </section>
  );
}
