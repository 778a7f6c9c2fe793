import { describe, expect, test } from "vitest";
import { edgesOf, type GraphPost, quoteGraph, statusCounts } from "@/lib/graph/graph";
import type { QuoteView } from "@/lib/quotes/view";

const ada = { id: 1, username: "ada" };
const ben = { id: 2, username: "ben" };
const eve = { id: 3, username: "eve" };

let made = 0;

function quote(of: typeof ada | null, more: Partial<QuoteView> = {}): QuoteView {
  made += 1;
  return {
    ...{
      id: made,
      identity: made,
      status: "verbatim",
      sight: "words",
      sourceEdited: false,
      toSettle: false,
    },
    ...{
      difference: null,
      alteration: null,
      htmlParts: [],
      markdownParts: [],
      exact: "Words.",
      quotes: [],
    },
    source: of && {
      ...{ postId: 10, threadId: 1, href: "/t/1#post-10" },
      ...{ author: of.username, authorId: of.id },
    },
    ...more,
  };
}

const post = (id: number, author: typeof ada | null, ...quotes: QuoteView[]): GraphPost => ({
  id,
  author: author && { ...author },
  quotes,
});

const drawn = (posts: GraphPost[]) =>
  quoteGraph(posts).edges.map(({ from, to, quotes }) => {
    return `${from.username}→${to.username} ${quotes.length}`;
  });

describe("the graph of who quotes whom", () => {
  test("has an edge for each ordered pair, the most quotes first, and people in order", () => {
    const posts = [post(10, ada), post(11, eve, quote(ada)), post(12, ben, quote(ada))];
    posts.push(post(13, ben, quote(ada), quote(eve)), post(14, ada, quote(ben)));
    expect(drawn(posts)).toEqual(["ben→ada 2", "eve→ada 1", "ben→eve 1", "ada→ben 1"]);
    const graph = quoteGraph(posts);
    expect(graph.people).toEqual([ada, eve, ben]);
    expect(graph.quoteCount).toBe(5);
    expect(edgesOf(graph, eve.id)).toHaveLength(2);
  });

  test("counts quotes of one's own posts, and quotes inside quotes each for themselves", () => {
    const nested = quote(eve, { quotes: [quote(ada)] });
    expect(drawn([post(11, ben, quote(ben), nested)])).toEqual([
      "ben→ben 1",
      "ben→eve 1",
      "ben→ada 1",
    ]);
  });

  test("names each status, and a source edited since before the rest", () => {
    const quotes = [
      quote(ada),
      quote(ada, { status: "elided" }),
      quote(ada, { status: "altered" }),
    ];
    const [edge] = quoteGraph([
      post(11, ben, ...quotes, quote(ada, { status: "elided", sourceEdited: true })),
    ]).edges;
    expect(edge && statusCounts(edge)).toEqual([
      { status: "verbatim", count: 1 },
      { status: "elided", count: 1 },
      { status: "altered", count: 1 },
      { status: "source edited", count: 1 },
    ]);
  });

  test("leads to nobody where the name went or no source is known, and says how many", () => {
    const gone = quote(ada, { sight: "nameless" });
    gone.source = { postId: 10, threadId: 1, href: "/t/1#post-10", author: null, authorId: null };
    const graph = quoteGraph([
      post(11, ben, gone, quote(null, { status: "unverified" }), quote(null)),
    ]);
    expect(graph).toMatchObject({ people: [], edges: [], nameless: 1, sourceless: 2 });
  });

  test("knows nothing of redacted quotes, of posts that are not to be read, of empty blocks", () => {
    const redacted = quote(null, { sight: "redacted", exact: "" });
    const wrapper = quote(null, { exact: " ", quotes: [quote(ada)] });
    const graph = quoteGraph([post(11, null, quote(ada)), post(12, ben, redacted, wrapper)]);
    expect(graph.edges).toHaveLength(1);
    expect(graph).toMatchObject({ quoteCount: 1, nameless: 0, sourceless: 0 });
  });
});
