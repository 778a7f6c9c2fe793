import { edgeAnchor, edgeWords } from "@/components/graph/graph-words";
import type { EdgeQuote, GraphEdge, GraphPerson } from "@/lib/graph/graph";
import { groupBy } from "@/lib/group";
import { STATUS_WORDS } from "@/lib/quotes/status";
import { routes } from "@/lib/routes";
import { snippet } from "@/lib/text/snippet";
import type { Hues } from "@/lib/threads/hues";

/** So many quotes are listed one by one; of edges beyond, the number alone is told. */
const MOST_LISTED_QUOTES = 1_000;
/** In characters: enough to know the passage by. */
const WORDS_SHOWN = 110;

/** The graph in words: for each quoter whom they quote, and every quote with its passage. */
export function QuoteGraphWords({
  edges,
  hues,
}: {
  /** The most quotes first. */
  edges: readonly GraphEdge[];
  hues: Hues;
}) {
  let listed = 0;
  const isListed = new Set(
    edges.filter(({ quotes }) => {
      listed += quotes.length;
      return listed <= MOST_LISTED_QUOTES;
    }),
  );
  return (
    <div className="graph-words">
      {listed > MOST_LISTED_QUOTES && (
        <p className="text-soft">
          These are many quotes: of the pairs with the fewest, only the number is given. Choose a
          person to see theirs.
        </p>
      )}
      {[...groupBy(edges, ({ from }) => from)].map(([from, made]) => (
        <section key={from.id} aria-labelledby={`quoter-${from.id}`}>
          <h2 id={`quoter-${from.id}`} className="graph-quoter">
            <a href={routes.person(from.username)} className={`author hue-${hues[from.id] ?? 0}`}>
              <bdi>{from.username}</bdi>
            </a>
          </h2>
          {made.map((edge) => (
            <section key={edge.to.id} id={edgeAnchor(edge)} className="graph-edge">
              <h3>
                <bdi>{from.username}</bdi> quotes <Quoted edge={edge} /> {edgeWords(edge)}
              </h3>
              {isListed.has(edge) && (
                <ul className="graph-quotes">
                  {edge.quotes.map((quote) => (
                    <Passage key={quote.id} quote={quote} quoter={from} />
                  ))}
                </ul>
              )}
            </section>
          ))}
        </section>
      ))}
    </div>
  );
}

function Quoted({ edge: { from, to } }: { edge: GraphEdge }) {
  return from.id === to.id ? "their own posts" : <bdi>{to.username}</bdi>;
}

function Passage({ quote, quoter }: { quote: EdgeQuote; quoter: GraphPerson }) {
  const { status, exact, postId, href } = quote;
  return (
    <li>
      <a href={href} className="graph-passage">
        “{snippet(exact, WORDS_SHOWN)}”
      </a>{" "}
      <span className="graph-quote-facts">
        {status !== "verbatim" && (
          <span className="quote-status" title={STATUS_WORDS[status].explanation}>
            {STATUS_WORDS[status].label}
          </span>
        )}{" "}
        <a
          href={routes.post(postId)}
          aria-label={`Post ${postId} by ${quoter.username}, which quotes it`}
        >
          in post {postId}
        </a>
      </span>
    </li>
  );
}
