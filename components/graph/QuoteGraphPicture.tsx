import { edgeAnchor, edgeWords } from "@/components/graph/graph-words";
import type { QuoteGraph } from "@/lib/graph/graph";
import { type DrawnArc, drawnGraph, MOST_DRAWN_PEOPLE } from "@/lib/graph/layout";
import { routes } from "@/lib/routes";
import type { Hues } from "@/lib/threads/hues";

/** Units of the picture to a row; a row is as high as its name (graph.css). */
const ROW = 24;
/** So few people that there is room for higher rows. */
const FEW = 12;
/** A line leaves its quoter a little below the middle of the row, and arrives a little above. */
const PORT = 4;

/**
 * The large picture: a name a row, and beside the names an arc from each quoter to whom they quote,
 * in the quoter's colour. The names are text and the arcs are stretched to the room there is, so
 * that it is as readable on a phone. The arcs are for the eye and the mouse: the same links stand
 * in words beside them.
 */
export function QuoteGraphPicture({
  graph,
  hues,
  threadId,
  focus,
}: {
  graph: QuoteGraph;
  hues: Hues;
  threadId: number;
  /** The person that the rest makes room for, if one was chosen. */
  focus: number | null;
}) {
  const { people, arcs } = drawnGraph(graph, focus);
  const quoted = new Set(arcs.map(({ to }) => to));
  const isFaint = ({ edge }: DrawnArc) =>
    focus !== null && edge.from.id !== focus && edge.to.id !== focus;
  return (
    <figure className="graph-figure" aria-labelledby="graph-caption">
      <figcaption id="graph-caption">
        {people.length < graph.people.length && (
          <p>
            Drawn are the {MOST_DRAWN_PEOPLE} of {graph.people.length} people with the most quotes.
          </p>
        )}
        <Legend />
      </figcaption>
      <div className={people.length > FEW ? "graph" : "graph graph-few"}>
        <ol className="graph-names" aria-label="People in the picture">
          {people.map(({ id, username }, row) => (
            <li
              key={id}
              className={`hue-${hues[id] ?? 0} ${quoted.has(row) ? "graph-quoted" : ""}`}
            >
              <a
                href={routes.quoteGraph(threadId, id)}
                aria-current={id === focus ? "true" : undefined}
                title={username}
              >
                <bdi>{username}</bdi>
              </a>
            </li>
          ))}
        </ol>
        <svg
          className="graph-arcs"
          viewBox={`0 0 100 ${people.length * ROW}`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {arcs.map((arc) => {
            const { edge, look, count, strand } = arc;
            const line = lineOf(arc, people.length);
            return (
              <a
                key={`${edge.from.id}-${edge.to.id}-${strand}`}
                href={`#${edgeAnchor(edge)}`}
                tabIndex={-1}
                className={`hue-${hues[edge.from.id] ?? 0} ${isFaint(arc) ? "graph-faint" : ""}`}
              >
                <title>{`${edge.from.username} quotes ${edge.to.username} ${edgeWords(edge)}`}</title>
                <path className="arc-target" d={line} />
                <path className={`arc arc-${look}`} d={line} strokeWidth={widthOf(count)} />
              </a>
            );
          })}
        </svg>
      </div>
    </figure>
  );
}

/** An arc to the right of the names; the further apart, the further out. */
function lineOf({ from, to, strand }: DrawnArc, people: number): string {
  const start = from * ROW + ROW / 2 + PORT;
  const end = to * ROW + ROW / 2 - PORT;
  const share = (Math.abs(from - to) / Math.max(12, people - 1)) ** 0.7;
  const reach = Math.round(10 + 86 * share - strand * 3);
  return `M0 ${start}A${reach} ${Math.abs(end - start) / 2} 0 0 ${end > start ? 1 : 0} 0 ${end}`;
}

/** Twice as many quotes make a line half a pixel wider. */
function widthOf(count: number): number {
  return Math.round((1.25 + Math.log2(count) / 2) * 100) / 100;
}

function Legend() {
  return (
    <ul className="graph-legend">
      <li>
        A line leads from the quoter, in their colour, to the arrow at the person quoted; the
        thicker, the more quotes.
      </li>
      <li>
        <LegendLine look="solid" /> verbatim
      </li>
      <li>
        <LegendLine look="dashed" /> elided or altered
      </li>
      <li>
        <LegendLine look="dotted" /> ambiguous, or source edited since
      </li>
    </ul>
  );
}

function LegendLine({ look }: { look: string }) {
  return (
    <svg viewBox="0 0 36 8" width="36" height="8" aria-hidden="true">
      <path className={`arc arc-${look}`} d="M1 4h34" strokeWidth="1.75" />
    </svg>
  );
}
