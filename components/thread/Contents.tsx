import type { Heading } from "@/lib/text/render";

/** The table of contents of an article: beside it on a wide screen, folded above it on a phone. */
export function Contents({ outline }: { outline: Heading[] }) {
  return (
    <nav aria-label="Contents" className="toc">
      <details>
        <summary>Contents</summary>
        <ol>
          {outline.map(({ id, depth, text }) => (
            <li key={id} className={depth > 2 ? "toc-inner" : undefined}>
              <a href={`#${id}`}>{text}</a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}
