import type { GraphEdge, GraphPerson, QuoteGraph } from "./graph";
import { nearNeighbours } from "./order";

/**
 * The picture of a quote graph: an arc diagram. People stand in one line, which leaves each name a
 * row of its own however many there are, and each edge is an arc beside it. Sorted so that those
 * who quote each other stand near, as short arcs cross little.
 */

/** So many people are drawn; the others are told of in words. */
export const MOST_DRAWN_PEOPLE = 40;

/** How a line is drawn: solid where the words stand in the source as quoted. */
export type EdgeLook = "solid" | "dashed" | "dotted";

/** The quotes of an edge that look alike: an edge is drawn as one to three arcs side by side. */
export interface DrawnArc {
  edge: GraphEdge;
  look: EdgeLook;
  /** How many quotes it stands for. */
  count: number;
  /** Rows of the quoter and of the quoted person, from 0. */
  from: number;
  to: number;
  /** 0 for the edge's first arc, 1 for the next beside it. */
  strand: number;
}

export interface DrawnGraph {
  /** One a row. */
  people: GraphPerson[];
  arcs: DrawnArc[];
}

const LOOKS = ["solid", "dashed", "dotted"] as const satisfies EdgeLook[];

/**
 * @param focus a person who is drawn in any case
 */
export function drawnGraph(graph: QuoteGraph, focus: number | null = null): DrawnGraph {
  const chosen = mostInvolved(graph, focus);
  const edges = graph.edges.filter(({ from, to }) => chosen.has(from.id) && chosen.has(to.id));
  const people = nearNeighbours(
    graph.people.filter(({ id }) => chosen.has(id)),
    edges,
  );
  const rows = new Map(people.map(({ id }, row) => [id, row]));
  return { people, arcs: edges.flatMap((edge) => arcsOf(edge, rows)) };
}

/** Ids of the people with the most quotes, made and received. */
function mostInvolved({ people, edges }: QuoteGraph, focus: number | null): Set<number> {
  const involved = new Map<number, number>(people.map(({ id }) => [id, 0]));
  const add = (id: number, count: number) => involved.set(id, (involved.get(id) ?? 0) + count);
  for (const { from, to, quotes } of edges) {
    add(from.id, quotes.length);
    add(to.id, quotes.length);
  }
  if (focus !== null && involved.has(focus)) involved.set(focus, Number.POSITIVE_INFINITY);
  // Sorting is stable: of equals, who came first.
  const sorted = [...involved].sort(([, a], [, b]) => (a === b ? 0 : b - a));
  return new Set(sorted.slice(0, MOST_DRAWN_PEOPLE).map(([id]) => id));
}

function arcsOf(edge: GraphEdge, rows: ReadonlyMap<number, number>): DrawnArc[] {
  const from = rows.get(edge.from.id) ?? 0;
  const to = rows.get(edge.to.id) ?? 0;
  return LOOKS.map((look) => ({
    look,
    count: edge.quotes.filter(({ status }) => lookOf(status) === look).length,
  }))
    .filter(({ count }) => count > 0)
    .map(({ look, count }, strand) => ({ edge, look, count, from, to, strand }));
}

function lookOf(status: GraphEdge["quotes"][number]["status"]): EdgeLook {
  if (status === "source edited" || status === "ambiguous") return "dotted";
  return status === "verbatim" ? "solid" : "dashed";
}
