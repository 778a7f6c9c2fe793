import { count } from "@/components/ui/count";
import { type GraphEdge, type GraphPerson, type QuoteGraph, statusCounts } from "@/lib/graph/graph";

/** How often and how, to stand behind "ben quotes ada": "3 times: 2 verbatim, 1 altered". */
export function edgeWords(edge: GraphEdge): string {
  const counts = statusCounts(edge);
  const [only] = counts;
  const how =
    counts.length === 1 && only !== undefined
      ? `${edge.quotes.length === 1 ? "" : "all "}${only.status}`
      : counts.map(({ status, count: many }) => `${many} ${status}`).join(", ");
  return `${edge.quotes.length === 1 ? "once" : count(edge.quotes.length, "time")}: ${how}`;
}

/** What the whole graph says, in a line: "31 quotes between 12 people". */
export function graphWords({ people, quoteCount }: QuoteGraph): string {
  const quotes = count(quoteCount, "quote");
  return people.length === 1
    ? `${quotes} by one person, of their own posts`
    : `${quotes} between ${count(people.length, "person", "people")}`;
}

/** What the graph leaves out, as sentences; empty if nothing. */
export function leftOutWords({ nameless, sourceless }: QuoteGraph): string[] {
  const words: string[] = [];
  if (nameless > 0) {
    words.push(`${count(nameless, "quote")} of deleted posts: the name went with the post.`);
  }
  if (sourceless > 0) {
    words.push(`${count(sourceless, "quote")} without a known source in this thread.`);
  }
  return words;
}

/** What somebody does in the graph, above the list of it. */
export function chosenWords(edges: readonly GraphEdge[], person: GraphPerson): string {
  const sum = (chosen: readonly GraphEdge[]) =>
    chosen.reduce((total, { quotes }) => total + quotes.length, 0);
  const made = sum(edges.filter(({ from }) => from.id === person.id));
  const received = sum(edges.filter(({ to }) => to.id === person.id));
  return `${person.username} quotes ${count(made, "time")} and is quoted ${count(received, "time")}.`;
}

/** Where on the page the quotes of an edge are listed. */
export function edgeAnchor({ from, to }: GraphEdge): string {
  return `quotes-${from.id}-${to.id}`;
}
