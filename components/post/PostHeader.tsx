import { FreshMark } from "@/components/post/FreshMark";
import type { PostReading } from "@/components/post/reading";
import { Age } from "@/components/ui/Age";
import type { PostView } from "@/lib/posts/view";
import { routes } from "@/lib/routes";

/** Where the neighbours of a reply are: addresses, on this page or another of the thread. */
export interface Ways {
  /** Unset where that is the opening post. */
  parent: string | null;
  root: string;
  /** The next reply to the same parent. */
  next: string | null;
}

/** Who wrote a post and when, and the ways from it to its neighbours. */
export function PostHeader({
  post,
  hue,
  now,
  ways,
  fresh = null,
}: {
  post: PostView;
  hue: number | undefined;
  now: Date;
  /** Unset where the post stands alone. */
  ways?: Ways;
  /** It is new to who reads. */
  fresh?: PostReading["fresh"];
}) {
  return (
    <header className="post-head">
      {post.author ? (
        <a href={routes.person(post.author.username)} className={`author hue-${hue ?? 0}`}>
          {post.author.username}
        </a>
      ) : (
        <span className="author-gone">{post.sight === "hidden" ? "hidden" : "deleted"}</span>
      )}
      <a href={routes.post(post.id)} className="quiet" aria-label={`Permalink to post ${post.id}`}>
        <Age date={post.createdAt} now={now} />
      </a>
      {post.editedAt && (
        <a href={routes.history(post.id)} className="quiet">
          edited
        </a>
      )}
      {fresh && <FreshMark next={fresh.next} />}
      {ways && (
        <nav className="post-ways" aria-label="Neighbours">
          {ways.parent && (
            <a href={ways.parent} className="quiet" data-way="parent">
              parent
            </a>
          )}
          <a href={ways.root} className="quiet" data-way="root">
            root
          </a>
          {ways.next && (
            <a href={ways.next} className="quiet">
              next
            </a>
          )}
        </nav>
      )}
    </header>
  );
}
