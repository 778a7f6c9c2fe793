import fc from "fast-check";
import { expect, test } from "vitest";
import { treeHtml } from "./tree-html";

interface Node {
  id: number;
  replies: Node[];
}

/** Any tree of up to 40 replies: each names how many places before it its parent stands. */
const trees = fc.array(fc.nat(5), { maxLength: 40 }).map((steps) => {
  const roots: Node[] = [];
  const nodes: Node[] = [];
  for (const [id, step] of steps.entries()) {
    const node = { id, replies: [] };
    (nodes[id - step]?.replies ?? roots).push(node);
    nodes.push(node);
  }
  return roots;
});

const flat = (nodes: Node[], depth = 0): { id: number; depth: number }[] =>
  nodes.flatMap(({ id, replies }) => [{ id, depth }, ...flat(replies, depth + 1)]);

/** The same by recursion, which is easy to believe and ends at some thousand levels. */
function nested(nodes: Node[], depth = 0): string {
  if (depth >= 12)
    return flat(nodes)
      .map(({ id }) => `[${id} post]`)
      .join("");
  return nodes
    .map(({ id, replies }) => {
      const below =
        replies.length === 0 ? "" : `<div class="replies">${nested(replies, depth + 1)}</div>`;
      return `<div class="branch">[${id} branch]${below}</div>`;
    })
    .join("");
}

const draw = ({ id }: { id: number }, folds: string) => Buffer.from(`[${id} ${folds}]`);
const html = (rows: { id: number; depth: number }[]) =>
  Buffer.concat(treeHtml(rows, draw)).toString();

test("replies nest as the tree does", () => {
  fc.assert(
    fc.property(trees, (roots) => {
      expect(html(flat(roots))).toBe(nested(roots));
    }),
  );
});

test("a page that begins within a branch is whole HTML with each of its replies once", () => {
  fc.assert(
    fc.property(trees, fc.nat(40), (roots, start) => {
      const rows = flat(roots).slice(start);
      const drawn = html(rows);
      expect(drawn.match(/<div/g)?.length ?? 0).toBe(drawn.match(/<\/div/g)?.length ?? 0);
      const ids = [...drawn.matchAll(/\[(\d+) /g)].map(([, id]) => Number(id));
      expect(ids).toEqual(rows.map(({ id }) => id));
    }),
  );
});

test("a chain of a hundred thousand replies is no deeper in the page than one of thirteen", () => {
  const rows = Array.from({ length: 100_000 }, (_, id) => ({ id, depth: id }));
  const [whole = ""] =
    html(rows).match(/^(<div class="(branch|replies)">(\[\d+ branch\])?)+/) ?? [];
  expect(whole.match(/<div/g)).toHaveLength(24);
});
