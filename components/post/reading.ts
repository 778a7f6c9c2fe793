import type { Memory } from "@/lib/live/reading";
import type { FlatPost } from "@/lib/posts/tree";
import type { PostView } from "@/lib/posts/view";

/** How a post stands with who reads it. */
export interface PostReading {
  /** It was written since their last visit; where the next such post is, if there is one. */
  fresh: { next: string | null } | null;
  /** Whether they folded it, or opened it although it is folded by itself. */
  folded?: boolean | undefined;
}

export const UNREAD: PostReading = { fresh: null };

/**
 * How the posts of a page stand with its reader.
 *
 * @param rows in reading order
 * @param readerId unset for who is signed out
 * @param way the address of a post
 */
export function readingOf(
  rows: readonly FlatPost<PostView>[],
  { visit, folds }: Memory,
  readerId: number | undefined,
  way: (id: number) => string,
): { fresh: number[]; of: (id: number) => PostReading } {
  const isFresh = ({ id, author, empty, blocked }: PostView) =>
    visit !== null && id > visit.seen && !empty && !blocked && author?.id !== readerId;
  const fresh = rows.flatMap(({ post }) => (isFresh(post) ? [post.id] : []));
  const next = new Map(fresh.map((id, place) => [id, fresh[place + 1] ?? null]));
  const of = (id: number): PostReading => {
    const folded = folds.get(id);
    const following = next.get(id);
    if (following === undefined) return folded === undefined ? UNREAD : { fresh: null, folded };
    return { fresh: { next: following === null ? null : way(following) }, folded };
  };
  return { fresh, of };
}
