import { Fragment } from "react";
import { count } from "@/components/ui/count";
import { abridged } from "@/lib/text/abridge";
import type { DifferencePart } from "@/lib/text/difference";

/** What changed from one text to the next; long unchanged stretches are folded. */
export function Difference({ parts }: { parts: readonly DifferencePart[] }) {
  let offset = 0;
  return (
    <div className="difference">
      {abridged(parts).map(({ kind, text }) => {
        const key = `${offset}${kind}`;
        offset += text.length;
        // A space behind what went, so that it is no word with what came: not for the ear either.
        if (kind === "added") return <ins key={key}>{text}</ins>;
        if (kind === "removed")
          return <Fragment key={key}>{[<del key={key}>{text}</del>, " "]}</Fragment>;
        if (kind === "skipped") {
          return (
            <details key={key} className="difference-skipped">
              <summary>{count(text.trim().split(/\s+/).length, "unchanged word")}</summary>
              {text}
            </details>
          );
        }
        return <span key={key}>{text}</span>;
      })}
    </div>
  );
}
