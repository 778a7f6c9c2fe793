import { wordDifference } from "@/lib/text/difference";

/** What changed from one text to the next, word by word. */
export function Difference({ before, after }: { before: string; after: string }) {
  let offset = 0;
  return (
    <div className="difference">
      {wordDifference(before, after).map(({ kind, text }) => {
        const key = `${offset}${kind}`;
        offset += text.length;
        if (kind === "added") return <ins key={key}>{text}</ins>;
        if (kind === "removed") return <del key={key}>{text}</del>;
        return <span key={key}>{text}</span>;
      })}
    </div>
  );
}
