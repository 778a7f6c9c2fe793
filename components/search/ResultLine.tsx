import { FoldIfBlocked } from "@/components/blocks/FoldIfBlocked";
import { Marked } from "@/components/search/Marked";
import { Age } from "@/components/ui/Age";
import { count } from "@/components/ui/count";
import { routes } from "@/lib/routes";
import type { SearchResult } from "@/lib/search/view";

/** A post that was found: where it is, by whom, and the words around those that were looked for. */
export function ResultLine({ result, now }: { result: SearchResult; now: Date }) {
  return (
    <li>
      <FoldIfBlocked blocked={result.blocked} what="A post by">
        <h2 className="search-title">
          <a href={routes.post(result.postId)}>
            {!result.opening && <span className="font-normal text-soft">Re: </span>}
            <Marked parts={result.title} />
          </a>
          {result.hidden && <span className="badge badge-danger">hidden</span>}
        </h2>
        <p className="facts">
          <a href={routes.person(result.author)}>{result.author}</a>
          <a href={routes.board(result.board.slug)}>{result.board.name}</a>
          <Age date={result.createdAt} now={now} />
          <span>{count(result.score, "point")}</span>
        </p>
        {result.quoted !== null && <QuotedWords quoted={result.quoted} />}
        <p className="search-excerpt">
          <Marked parts={result.excerpt} />
        </p>
      </FoldIfBlocked>
    </li>
  );
}

function QuotedWords({ quoted }: { quoted: NonNullable<SearchResult["quoted"]> }) {
  return (
    <blockquote className="search-quote">
      <FoldIfBlocked blocked={quoted.blocked} what="A quote of">
        <Marked parts={quoted.words} />
        {quoted.author !== null && (
          <footer className="text-sm text-soft">quoting {quoted.author}</footer>
        )}
      </FoldIfBlocked>
    </blockquote>
  );
}
