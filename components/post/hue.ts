import type { PostView } from "@/lib/posts/view";
import type { Hues } from "@/lib/threads/hues";

/** The class that gives a post's text the colour of its author, for the marks in it. */
export function hueClass({ author }: Pick<PostView, "author">, hues: Hues): string {
  const hue = author === null ? undefined : hues[author.id];
  return hue === undefined ? "" : `hue-${hue}`;
}
