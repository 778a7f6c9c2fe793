import { count } from "@/components/ui/count";
import type { QuoteGraph } from "@/lib/graph/graph";
import { type DrawnArc, type DrawnGraph, drawnGraph } from "@/lib/graph/layout";
import { groupBy } from "@/lib/group";
import { routes } from "@/lib/routes";
import type { Hues } from "@/lib/threads/hues";

const HEIGHT = 64;
const BASE = HEIGHT - 7;
/** Two people stand near enough to be seen as two, and forty fit a wide page. */
const STEP = { least: 14, most: 44, room: 280 };

/**
 * The small picture on the page of a thread, which leads to the large one. A handful of elements,
 * however many people: a path for all lines that look alike, one for all dots of a colour.
 */
export function QuoteGraphSmall({
  graph,
  hues,
  threadId,
}: {
  graph: QuoteGraph;
  hues: Hues;
  threadId: number;
}) {
  const { people, arcs } = drawn(graph);
  const step = Math.max(STEP.least, Math.min(STEP.most, STEP.room / people.length));
  const width = Math.round(people.length * step);
  const x = (row: number) => Math.round(row * step + step / 2);
  const dots = groupBy([...people.keys()], (row) => hues[people[row]?.id ?? 0] ?? 0);
  return (
    <p className="graph-small">
      <a href={routes.quoteGraph(threadId)}>
        <svg viewBox={`0 0 ${width} ${HEIGHT}`} width={width} height={HEIGHT} aria-hidden="true">
          {[...groupBy(arcs, ({ look }) => look)].map(([look, alike]) => (
            <path key={look} className={`arc arc-${look}`} d={linesOf(alike, people.length, x)} />
          ))}
          {[...dots].map(([hue, rows]) => (
            <path
              key={hue}
              className={`dot hue-${hue}`}
              d={rows.map((row) => `M${x(row)} ${BASE}h0`).join("")}
            />
          ))}
        </svg>
        <span className="graph-small-words">
          <span className="graph-small-name">Who quotes whom</span>{" "}
          {count(graph.people.length, "person", "people")}
        </span>
      </a>
    </p>
  );
}

const known = new WeakMap<QuoteGraph, DrawnGraph>();

/** A thread's graph stays the same object while the thread does. */
function drawn(graph: QuoteGraph): DrawnGraph {
  const picture = known.get(graph) ?? drawnGraph(graph);
  known.set(graph, picture);
  return picture;
}

/** All these arcs as one path; which way they lead is not shown so small. */
function linesOf(arcs: readonly DrawnArc[], people: number, x: (row: number) => number): string {
  const lines = arcs.map(({ from, to }) => {
    const [left, right] = [x(Math.min(from, to)), x(Math.max(from, to))];
    if (left === right) return `M${left - 3} ${BASE}a3 7 0 0 1 6 0`;
    const share = (Math.abs(from - to) / Math.max(1, people - 1)) ** 0.7;
    return `M${left} ${BASE}A${(right - left) / 2} ${Math.round(10 + (BASE - 14) * share)} 0 0 1 ${right} ${BASE}`;
  });
  return [...new Set(lines)].join("");
}
