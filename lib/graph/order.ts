import type { GraphEdge, GraphPerson } from "./graph";

/** How often everybody is moved to the middle of their neighbours. */
const ROUNDS = 12;

/**
 * Sorts people so that the arcs between them are short in sum: everybody is moved towards the
 * middle of their neighbours (the barycenter method of Sugiyama, Tagawa and Toda, 1981), and then
 * neighbouring rows are swapped while that shortens anything. Never longer than the given order.
 */
export function nearNeighbours(people: GraphPerson[], edges: readonly GraphEdge[]): GraphPerson[] {
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
