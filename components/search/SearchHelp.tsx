const LINES: readonly (readonly [example: string, meaning: string])[] = [
  ["two words", "both stand in a post or its title, in any English form"],
  ['"these very words"', "side by side"],
  ["-word", "not in it; a phrase may be left out, too"],
  ["begin*", "words that begin so, with three letters at least"],
  ["in:title word", "in titles alone"],
  ["q:word", 'in a quoted passage; of a phrase: q:"these words"'],
  ["board:logic", "in a board, by the name in its address"],
  ["author:ada", "written by somebody; author:me by yourself"],
  ["quotes:@ada", "posts that quote somebody: what they were answered"],
  [
    "status:altered",
    "with a quote that is verbatim, elided, altered, ambiguous, unverified, edited (since) or deleted (its source)",
  ],
  [
    "kind:link",
    "in threads of a kind: link, text or article; kind:thread finds opening posts, kind:reply the others",
  ],
  ["is:unanswered", "that nobody has replied to"],
  [
    "after:2026-11 before:1w",
    "from a year, month or day on, and before one; or so many hours (h), days (d), weeks (w), months (m) or years (y) ago",
  ],
];

/** What can be written into a search, each with an example. */
export function SearchHelp({ open }: { open: boolean }) {
  return (
    <details open={open} className="search-help">
      <summary>What a search can say</summary>
      <dl>
        {LINES.map(([example, meaning]) => (
          <div key={example}>
            <dt>
              <code>{example}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className="m-0 text-soft">
        A search looks through what people wrote themselves; what they quote is found by{" "}
        <code>q:</code>.
      </p>
    </details>
  );
}
