import { chosenWords, graphWords, leftOutWords } from "@/components/graph/graph-words";
import { QuoteGraphPicture } from "@/components/graph/QuoteGraphPicture";
import { QuoteGraphWords } from "@/components/graph/QuoteGraphWords";
import { edgesOf, type QuoteGraph } from "@/lib/graph/graph";
import { routes } from "@/lib/routes";
import type { Hues } from "@/lib/threads/hues";

/** Who quotes whom in a thread: the picture, and beside it the same in words with every passage. */
export function QuoteGraphPage({
  thread,
  graph,
  hues,
  personId,
}: {
  thread: { id: number; title: string };
  graph: QuoteGraph;
  hues: Hues;
  /** Whom the address asks for; somebody who is not in the graph is nobody. */
  personId: number | null;
}) {
  const chosen = graph.people.find(({ id }) => id === personId);
  const edges = chosen === undefined ? graph.edges : edgesOf(graph, chosen.id);
  const isEmpty = graph.edges.length === 0;
  return (
    <main id="main" className="graph-page">
      <header>
        <h1>Who quotes whom</h1>
        <p className="text-soft">
          In <a href={routes.thread(thread.id)}>{thread.title}</a>
          {!isEmpty && `: ${graphWords(graph)}`}
        </p>
        {leftOutWords(graph).map((words) => (
          <p key={words} className="text-soft">
            Not drawn: {words}
          </p>
        ))}
      </header>
      {isEmpty ? (
        <p className="empty">Nobody quotes anybody here yet.</p>
      ) : (
        <div className="graph-columns">
          <QuoteGraphPicture
            graph={graph}
            hues={hues}
            threadId={thread.id}
            focus={chosen?.id ?? null}
          />
          <div>
            {chosen && (
              <p className="graph-chosen">
                {chosenWords(edges, chosen)} <a href={routes.quoteGraph(thread.id)}>Show all</a>
              </p>
            )}
            <QuoteGraphWords edges={edges} hues={hues} />
          </div>
        </div>
      )}
    </main>
  );
}
