import type { QuoteView } from "@/lib/quotes/view";

/**
 * Who quotes whom in a thread: people and the quotes between them, as one viewer sees them. A quote
 * inside a quote counts by itself, as it does in the thread's number of quotes: it repeats the words
 * of whoever wrote them. A quote without a known source leads to nobody, so it is no edge; neither
 * is one whose source was deleted, for the name went with the post. Redacted ones are not counted.
 */

export interface GraphPerson {
  id: number;
  username: string;
}

/** What the graph needs to know of a post, as a PostView says it; no author, nothing to be read. */
export interface GraphPost {
  id: number;
  author: GraphPerson | null;
  quotes: readonly QuoteView[];
}

/** How the words of a quote agree with their source today. */
export type EdgeStatus = "verbatim" | "elided" | "altered" | "ambiguous" | "source edited";

/** In the order in which they are named and drawn. */
export const EDGE_STATUSES = [
  "verbatim",
  "elided",
  "altered",
  "ambiguous",
  "source edited",
] as const satisfies EdgeStatus[];

export interface EdgeQuote {
  id: number;
  status: EdgeStatus;
  /** The quoted words. */
  exact: string;
  postId: number;
  /** Leads to the passage in its source. */
  href: string;
}

/** All quotes of one person by another, or of somebody's own earlier posts. */
export interface GraphEdge {
  /** The quoter. */
  from: GraphPerson;
  /** Who is quoted. */
  to: GraphPerson;
  /** In the order of the posts; never empty. */
  quotes: EdgeQuote[];
}

export interface QuoteGraph {
  /** Whoever quotes or is quoted, in the order of their first post. */
  people: GraphPerson[];
  /** The most quotes first. */
  edges: GraphEdge[];
  quoteCount: number;
  /** Quotes of posts that their authors deleted. */
  nameless: number;
  /** Quotes whose source is not known. */
  sourceless: number;
}

/** @param posts the posts of a thread in the order in which they were written */
export function quoteGraph(posts: readonly GraphPost[]): QuoteGraph {
  const people = new Map<number, GraphPerson>();
  const known = ({ id, username }: GraphPerson) => {
    const person = people.get(id) ?? { id, username };
    people.set(id, person);
    return person;
  };
  const edges = new Map<string, GraphEdge>();
  const left = { nameless: 0, sourceless: 0 };
  for (const { id, author, quotes } of posts) {
    if (author === null) continue;
    const from = known(author);
    for (const quote of allQuotes(quotes)) {
      const { source } = quote;
      if (source === null) left.sourceless += 1;
      else if (source.authorId === null || source.author === null) left.nameless += 1;
      else {
        const to = known({ id: source.authorId, username: source.author });
        edgeBetween(edges, from, to).quotes.push(edgeQuote(quote, source, id));
      }
    }
  }
  const sorted = [...edges.values()].sort(mostQuotes);
  const connected = new Set(sorted.flatMap(({ from, to }) => [from, to]));
  return {
    people: [...people.values()].filter((person) => connected.has(person)),
    edges: sorted,
    quoteCount: sorted.reduce((sum, { quotes }) => sum + quotes.length, 0),
    ...left,
  };
}

/** Those inside others too; without redacted ones, and blocks that hold nothing but another quote. */
function allQuotes(quotes: readonly QuoteView[]): QuoteView[] {
  return quotes.flatMap((quote) => {
    if (quote.sight === "redacted") return [];
    const itself = quote.exact.trim() === "" && quote.source === null ? [] : [quote];
    return [...itself, ...allQuotes(quote.quotes)];
  });
}

function edgeBetween(edges: Map<string, GraphEdge>, from: GraphPerson, to: GraphPerson): GraphEdge {
  const key = `${from.id}-${to.id}`;
  const edge = edges.get(key) ?? { from, to, quotes: [] };
  edges.set(key, edge);
  return edge;
}

function edgeQuote(
  { id, exact, status, sourceEdited }: QuoteView,
  { href }: NonNullable<QuoteView["source"]>,
  quotingId: number,
): EdgeQuote {
  return {
    ...{ id, exact, postId: quotingId, href },
    status: sourceEdited ? "source edited" : agreement(status),
  };
}

/** A quote with a known source is never unverified. */
function agreement(status: QuoteView["status"]): EdgeStatus {
  return status === "unverified" ? "verbatim" : status;
}

/** Sorting is stable: of equals, which came first. */
function mostQuotes(a: GraphEdge, b: GraphEdge): number {
  return b.quotes.length - a.quotes.length;
}

/** How many of an edge's quotes have each status, without those that have none. */
export function statusCounts({ quotes }: GraphEdge): { status: EdgeStatus; count: number }[] {
  return EDGE_STATUSES.map((status) => ({
    status,
    count: quotes.filter((quote) => quote.status === status).length,
  })).filter(({ count }) => count > 0);
}

/** The part of a graph that concerns one person. */
export function edgesOf(graph: QuoteGraph, personId: number): GraphEdge[] {
  return graph.edges.filter(({ from, to }) => from.id === personId || to.id === personId);
}
