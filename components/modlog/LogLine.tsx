import { Age } from "@/components/ui/Age";
import { count } from "@/components/ui/count";
import type { LogEntry } from "@/lib/modlog/entry";
import { type Piece, sentenceOf } from "@/lib/modlog/sentence";
import { routes } from "@/lib/routes";

const BASES: Record<LogEntry["basis"], string | null> = {
  own: null,
  report: "after a report",
  automatic: "by an automatic rule",
};

/** One action: the sentence, the rule, and what else there is to say of it. */
export function LogLine({ entry, now }: { entry: LogEntry; now: Date }) {
  const basis = entry.actor === null ? null : BASES[entry.basis];
  return (
    <li
      id={`action-${entry.id}`}
      className="grid gap-0.5 border-b border-line py-3 target:bg-accent-wash target:outline-2 target:outline-offset-4 target:outline-accent"
    >
      <p className="m-0">
        {sentenceOf(entry).map((piece, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a sentence never changes: its pieces are known by their place
          <SentencePiece key={index} piece={piece} />
        ))}
      </p>
      <p className="m-0 border-l-2 border-edge pl-3">
        <span className="sr-only">Reason: </span>
        {entry.reason}
      </p>
      <p className="facts">
        <a href={routes.logEntry(entry.id)}>
          <Age date={entry.at} now={now} />
          <span className="sr-only">, action {entry.id}</span>
        </a>
        {basis !== null && <span>{basis}</span>}
        {entry.touched > 1 && <span>{count(entry.touched, "post")}</span>}
        {entry.undoes !== null && (
          <a href={routes.logEntry(entry.undoes)}>took back action {entry.undoes}</a>
        )}
        {entry.undoneBy !== null && (
          <a href={routes.logEntry(entry.undoneBy)}>taken back by action {entry.undoneBy}</a>
        )}
      </p>
    </li>
  );
}

function SentencePiece({ piece: { text, href, foreign } }: { piece: Piece }) {
  const words = foreign ? <bdi>{text}</bdi> : text;
  return href === undefined ? words : <a href={href}>{words}</a>;
}
