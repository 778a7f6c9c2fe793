import type { QuoteContext } from "@/lib/quotes/surroundings";

/** The words of a source around what was quoted of it, which is marked. */
export function QuotePassage({ context }: { context: QuoteContext }) {
  let offset = 0;
  return (
    <div className="quote-passage">
      {context.startsLater && "… "}
      {context.before}
      {context.pieces.map(({ text, quoted }) => {
        const key = offset;
        offset += text.length;
        if (!quoted) return <span key={key}>{text}</span>;
        return (
          <mark key={key} className="passage">
            {text}
          </mark>
        );
      })}
      {context.after}
      {context.endsEarlier && " …"}
    </div>
  );
}
