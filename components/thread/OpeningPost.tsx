import { FoldIfBlocked } from "@/components/blocks/FoldIfBlocked";
import { hueClass } from "@/components/post/hue";
import type { PostContext } from "@/components/post/Post";
import { PostBody } from "@/components/post/PostBody";
import { PostControls } from "@/components/post/PostControls";
import { PostHeader } from "@/components/post/PostHeader";
import { ThreadModeration } from "@/components/thread/ThreadModeration";
import { ThreadStanding } from "@/components/thread/ThreadStanding";
import { routes } from "@/lib/routes";
import { siteOf } from "@/lib/threads/address";
import type { ThreadView } from "@/lib/threads/view";

/** The title of a thread and the post under it. */
export function OpeningPost({ thread, context }: { thread: ThreadView; context: PostContext }) {
  const { opening } = thread;
  const className = thread.kind === "article" ? "prose prose-article" : "prose";
  return (
    <article id={`post-${opening.id}`} className="opening">
      <p className="facts">
        <a href={routes.board(thread.board.slug)}>{thread.board.name}</a>
      </p>
      <h1 className="opening-title">
        {thread.url ? <a href={thread.url}>{thread.title}</a> : thread.title}
      </h1>
      {thread.url && <p className="thread-site">{siteOf(thread.url)}</p>}
      <PostHeader
        post={opening}
        hue={opening.author ? context.hues[opening.author.id] : undefined}
        now={context.now}
      />
      <ThreadStanding thread={thread} />
      {opening.empty ? (
        <p className="tombstone">Deleted by its author.</p>
      ) : (
        opening.body.length > 0 && (
          <FoldIfBlocked blocked={opening.blocked} what="A post by">
            <div
              className={`${className} ${hueClass(opening, context.hues)}`}
              data-post={opening.id}
            >
              <PostBody body={opening.body} hues={context.hues} />
            </div>
          </FoldIfBlocked>
        )
      )}
      {!opening.empty && <PostControls post={opening} signedIn={context.signedIn} />}
      {thread.mayModerate && <ThreadModeration thread={thread} />}
    </article>
  );
}
