import { expect, test } from "vitest";
import { edgeWords, graphWords } from "@/components/graph/graph-words";
import type { EdgeStatus, GraphEdge } from "@/lib/graph/graph";

const person = { id: 1, username: "ada" };

const edge = (...statuses: EdgeStatus[]): GraphEdge => ({
  from: person,
  to: { id: 2, username: "ben" },
  quotes: statuses.map((status, id) => ({
    ...{ id, status, exact: "Words.", postId: 1, href: "/t/1#post-2" },
  })),
});

test("an edge says how often and how, whatever its quotes are", () => {
  expect(edgeWords(edge("altered"))).toBe("once: altered");
  expect(edgeWords(edge("verbatim", "verbatim"))).toBe("2 times: all verbatim");
  expect(edgeWords(edge("verbatim", "altered", "verbatim"))).toBe("3 times: 2 verbatim, 1 altered");
});

test("a graph says how many quotes stand between how many people", () => {
  const graph = { edges: [], nameless: 0, sourceless: 0 };
  const two = [person, { id: 2, username: "ben" }];
  expect(graphWords({ ...graph, people: two, quoteCount: 1 })).toBe("1 quote between 2 people");
  expect(graphWords({ ...graph, people: [person], quoteCount: 2 })).toMatch(/by one person/);
});
