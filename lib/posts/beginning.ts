import type { PostView } from "@/lib/posts/view";
import { plainText } from "@/lib/text/plain";
import { snippet } from "@/lib/text/snippet";

/** The most of a post's words that can be asked for, in code points. */
export const LONGEST_BEGINNING = 500;

const known = new WeakMap<PostView, string>();

/**
 * How a post begins in its author's own words, without those it quotes; found once for all who see it
 * in the same way, since its HTML has to be parsed for it.
 *
 * @param max code points, at most LONGEST_BEGINNING
 */
export function beginningOf(post: PostView, max: number): string {
  let longest = known.get(post);
  if (longest === undefined) {
    const own = post.body.flatMap((part) => (part.kind === "own" ? [part.html] : []));
    longest = snippet(plainText(own), LONGEST_BEGINNING);
    known.set(post, longest);
  }
  return snippet(longest, max);
}
