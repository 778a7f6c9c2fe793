import { Post, type PostContext } from "@/components/post/Post";
import type { Ways } from "@/components/post/PostHeader";
import { type PostReading, UNREAD } from "@/components/post/reading";
import { ageOf } from "@/components/ui/elapsed";
import { markup } from "@/components/ui/markup";
import type { PostView } from "@/lib/posts/view";
import type { QuoteView } from "@/lib/quotes/view";
import type { Hues } from "@/lib/threads/hues";

/** All that a post is drawn from, but for the view of it. */
interface Place {
  ways: Ways;
  folds: "branch" | "post";
  context: PostContext;
  reading?: PostReading;
}

/** Of one view: in two orders of replies, or before and after its age changed. */
const KEPT = 2;

interface Drawn {
  people: number[];
  html: Map<string, Buffer>;
}

const drawn = new WeakMap<PostView, Drawn>();

/**
 * A post as HTML. Drawn once for all who see it in the same way (lib/posts/stored.ts gives them one
 * view), and again only when it, its age in words or its neighbours change.
 */
export function postHtml(
  post: PostView,
  { ways, folds, context, reading = UNREAD }: Place,
): Buffer {
  const known = drawn.get(post) ?? remember(post);
  // What is drawn is given what stands in this key and the view, nothing else that may differ.
  const { now, signedIn } = context;
  const hues = known.people.map((id) => context.hues[id]);
  const age = ageOf(post.createdAt, now);
  const key = `${age}|${ways.parent}|${ways.root}|${ways.next}|${folds}|${signedIn}|${hues}|${reading.fresh && `new ${reading.fresh.next}`}|${reading.folded}`;
  const before = known.html.get(key);
  if (before !== undefined) return before;
  const narrowed = { now, signedIn, hues: huesAmong(known.people, context.hues) };
  // In bytes: the thousand pieces of which V8 makes up the string would outlive the page.
  const html = Buffer.from(
    markup(<Post post={post} ways={ways} context={narrowed} folds={folds} reading={reading} />),
  );
  if (known.html.size >= KEPT) known.html.clear();
  known.html.set(key, html);
  return html;
}

function remember(post: PostView): Drawn {
  const people = new Set(post.author ? [post.author.id] : []);
  const add = (quotes: readonly QuoteView[]) => {
    for (const { source, quotes: inside } of quotes) {
      if (source?.authorId != null) people.add(source.authorId);
      add(inside);
    }
  };
  add(post.quotes);
  const entry = { people: [...people], html: new Map() };
  drawn.set(post, entry);
  return entry;
}

/** Only the colours of these people. */
function huesAmong(people: readonly number[], hues: Hues): Hues {
  const among: Record<number, number> = {};
  for (const id of people) {
    const hue = hues[id];
    if (hue !== undefined) among[id] = hue;
  }
  return among;
}
