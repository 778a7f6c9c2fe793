import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { GraphEdge, QuoteGraph } from "@/lib/graph/graph";
import { drawnGraph, MOST_DRAWN_PEOPLE } from "@/lib/graph/layout";
import { lengthOf } from "@/lib/graph/order";

/** Pairs "quoter, quoted, how often" as a graph. */
function graphOf(pairs: readonly (readonly [number, number, number])[]): QuoteGraph {
  const person = (id: number) => ({ id, username: `person${id}` });
  const statuses = ["verbatim", "elided", "source edited"] as const;
  const edges = [...new Map(pairs.map((pair) => [`${pair[0]}-${pair[1]}`, pair])).values()].map(
    ([from, to, count], edge): GraphEdge => ({
      from: person(from),
      to: person(to),
      quotes: Array.from({ length: count }, (_, at) => ({
        id: edge * 100 + at,
        status: statuses[at % 3] ?? "verbatim",
        exact: "Words.",
        postId: 1,
        href: "/t/1#post-2",
      })),
    }),
  );
  const ids = new Set(edges.flatMap(({ from, to }) => [from.id, to.id]));
  const people = [...ids].sort((a, b) => a - b).map(person);
  const quoteCount = edges.reduce((sum, { quotes }) => sum + quotes.length, 0);
  return { people, edges, quoteCount, nameless: 0, sourceless: 0 };
}

const graphs = (people: number) => {
  const person = fc.integer({ min: 1, max: people });
  const pair = fc.tuple(person, person, fc.integer({ min: 1, max: 5 }));
  return fc.array(pair, { maxLength: 300 }).map(graphOf);
};

describe("the picture of a quote graph", () => {
  test("stands for every quote of a small thread, each person in one row", () => {
    fc.assert(
      fc.property(graphs(MOST_DRAWN_PEOPLE), (graph) => {
        const { people, arcs } = drawnGraph(graph);
        expect(new Set(people)).toEqual(new Set(graph.people));
        expect(arcs.reduce((sum, { count }) => sum + count, 0)).toBe(graph.quoteCount);
        for (const { edge, from, to } of arcs) {
          expect([people[from]?.id, people[to]?.id]).toEqual([edge.from.id, edge.to.id]);
        }
      }),
    );
  });

  test("is never longer than in the order in which people came", () => {
    fc.assert(
      fc.property(graphs(30), (graph) => {
        const { people } = drawnGraph(graph);
        const before = lengthOf(graph.people, graph.edges);
        expect(lengthOf(people, graph.edges)).toBeLessThanOrEqual(before);
      }),
    );
  });

  test("stays bounded, with the most involved people and whoever was asked for", () => {
    fc.assert(
      fc.property(graphs(200), fc.integer({ min: 1, max: 200 }), (graph, focus) => {
        const { people, arcs } = drawnGraph(graph, focus);
        expect(people.length).toBe(Math.min(MOST_DRAWN_PEOPLE, graph.people.length));
        expect(arcs.length).toBeLessThanOrEqual(3 * graph.edges.length);
        const exists = graph.people.some(({ id }) => id === focus);
        expect(people.some(({ id }) => id === focus)).toBe(exists);
      }),
    );
  });

  test("brings those together who quote each other", () => {
    const { people } = drawnGraph(
      graphOf([
        [1, 4, 3],
        [2, 5, 3],
        [3, 6, 3],
      ]),
    );
    const rows = people.map(({ id }) => id);
    for (const [a, b] of [
      [1, 4],
      [2, 5],
      [3, 6],
    ] as const) {
      expect(Math.abs(rows.indexOf(a) - rows.indexOf(b))).toBe(1);
    }
  });

  test("draws quotes of an edge that look alike as one arc, the others beside it", () => {
    const { arcs } = drawnGraph(graphOf([[1, 2, 5]]));
    expect(arcs.map(({ look, count, strand }) => [look, count, strand])).toEqual([
      ["solid", 2, 0],
      ["dashed", 2, 1],
      ["dotted", 1, 2],
    ]);
  });
});
