import { Age } from "@/components/ui/Age";
import type { PostView } from "@/lib/posts/view";
import { routes } from "@/lib/routes";

/** Who wrote a post and when, and the ways from it to its neighbours. */
export function PostHeader({
  post,
  hue,
  now,
  rootId,
  nextId,
}: {
  post: PostView;
  hue: number | undefined;
  now: Date;
  /** The opening post; unset on the opening post itself. */
  rootId?: number;
  /** The next reply to the same parent. */
  nextId?: number | null;
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
      {rootId !== undefined && post.parentId !== null && (
        <nav className="post-ways" aria-label="Neighbours">
          {post.parentId !== rootId && (
            <a href={`#post-${post.parentId}`} className="quiet">
              parent
            </a>
          )}
          <a href={`#post-${rootId}`} className="quiet">
            root
          </a>
          {nextId != null && (
            <a href={`#post-${nextId}`} className="quiet">
              next
            </a>
          )}
        </nav>
      )}
    </header>
  );
}
