import type { GraphEdge, GraphPerson, QuoteGraph } from "./graph";

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
  if (status === "source edited") return "dotted";
  return status === "verbatim" ? "solid" : "dashed";
}

/** How often everybody is moved to the middle of their neighbours. */
const ROUNDS = 12;

/**
 * Sorts people so that the arcs between them are short in sum: everybody is moved towards the
 * middle of their neighbours (the barycenter method of Sugiyama, Tagawa and Toda, 1981), and then
 * neighbouring rows are swapped while that shortens anything. Never longer than the given order.
 */
function nearNeighbours(people: GraphPerson[], edges: readonly GraphEdge[]): GraphPerson[] {
  const neighbours = neighboursOf(people, edges);
  let best = people;
  let length = lengthOf(people, edges);
  let order = people;
  for (let round = 0; round < ROUNDS; round += 1) {
    order = swapped(towardsNeighbours(order, neighbours), neighbours);
    const now = lengthOf(order, edges);
    if (now >= length) continue;
    best = order;
    length = now;
  }
  return best;
}

interface Neighbour {
  id: number;
  weight: number;
}

function neighboursOf(people: readonly GraphPerson[], edges: readonly GraphEdge[]) {
  const neighbours = new Map<number, Neighbour[]>(people.map(({ id }) => [id, []]));
  for (const { from, to, quotes } of edges) {
    if (from.id === to.id) continue;
    neighbours.get(from.id)?.push({ id: to.id, weight: quotes.length });
    neighbours.get(to.id)?.push({ id: from.id, weight: quotes.length });
  }
  return neighbours;
}

const rowsOf = (people: readonly GraphPerson[]) => new Map(people.map(({ id }, row) => [id, row]));

/** The rows that all arcs span together, each as often as it stands for quotes. */
export function lengthOf(people: readonly GraphPerson[], edges: readonly GraphEdge[]): number {
  const rows = rowsOf(people);
  const span = ({ from, to }: GraphEdge) =>
    Math.abs((rows.get(from.id) ?? 0) - (rows.get(to.id) ?? 0));
  return edges.reduce((sum, edge) => sum + edge.quotes.length * span(edge), 0);
}

function towardsNeighbours(
  people: readonly GraphPerson[],
  neighbours: ReadonlyMap<number, Neighbour[]>,
): GraphPerson[] {
  const rows = rowsOf(people);
  const wished = people.map((person, row) => {
    // Their own row counts too, else two who quote only each other would change places for ever.
    let [sum, weights] = [row, 1];
    for (const { id, weight } of neighbours.get(person.id) ?? []) {
      sum += weight * (rows.get(id) ?? row);
      weights += weight;
    }
    return { person, row: sum / weights };
  });
  return wished.sort((a, b) => a.row - b.row).map(({ person }) => person);
}

function swapped(
  people: readonly GraphPerson[],
  neighbours: ReadonlyMap<number, Neighbour[]>,
): GraphPerson[] {
  const order = [...people];
  const rows = rowsOf(order);
  /** How much longer the arcs of somebody get by a step down, not counting those to `other`. */
  const pull = (person: GraphPerson, other: GraphPerson) => {
    const row = rows.get(person.id) ?? 0;
    let longer = 0;
    for (const { id, weight } of neighbours.get(person.id) ?? []) {
      if (id !== other.id) longer += (rows.get(id) ?? 0) > row ? -weight : weight;
    }
    return longer;
  };
  for (let pass = 0; pass < order.length; pass += 1) {
    let changed = false;
    for (let row = 0; row + 1 < order.length; row += 1) {
      const upper = order[row] as GraphPerson;
      const lower = order[row + 1] as GraphPerson;
      if (pull(upper, lower) - pull(lower, upper) >= 0) continue;
      [order[row], order[row + 1]] = [lower, upper];
      rows.set(lower.id, row).set(upper.id, row + 1);
      changed = true;
    }
    if (!changed) break;
  }
  return order;
}
