import { FoldIfBlocked } from "@/components/blocks/FoldIfBlocked";
import { hueClass } from "@/components/post/hue";
import { PostBody } from "@/components/post/PostBody";
import { PostControls } from "@/components/post/PostControls";
import { PostHeader, type Ways } from "@/components/post/PostHeader";
import { type PostReading, UNREAD } from "@/components/post/reading";
import type { PostView, StatedReason } from "@/lib/posts/view";
import type { Hues } from "@/lib/threads/hues";

/** What every post of a page is drawn with. */
export interface PostContext {
  hues: Hues;
  now: Date;
  signedIn: boolean;
}

/**
 * One reply. Folding it (without scripts, by `<details>`) folds the replies under it too.
 *
 * @param folds what folding it folds: below the deepest nesting the post alone
 */
export function Post({
  post,
  ways,
  context,
  folds,
  reading = UNREAD,
}: {
  post: PostView;
  ways: Ways;
  context: PostContext;
  folds: "branch" | "post";
  reading?: PostReading;
}) {
  const { hues, now, signedIn } = context;
  return (
    <article id={`post-${post.id}`} className="post">
      <PostHeader
        post={post}
        hue={post.author ? hues[post.author.id] : undefined}
        now={now}
        ways={ways}
        fresh={reading.fresh}
      />
      {post.offTopic && (
        <p className="post-marked">Folded by a moderator: {post.offTopic.reason || "off topic"}</p>
      )}
      <details
        open={reading.folded === undefined ? post.offTopic === null : !reading.folded}
        className="post-fold"
      >
        <summary className="post-toggle">
          <span className="sr-only">Fold this {folds}</span>
        </summary>
        {post.sight === "marked" && post.hidden && (
          <p className="post-marked">{hiddenWords(post.hidden)}</p>
        )}
        {post.empty ? (
          <Tombstone post={post} />
        ) : (
          <FoldIfBlocked blocked={post.blocked} what="A post by">
            <div className={`prose ${hueClass(post, hues)}`} data-post={post.id}>
              <PostBody body={post.body} hues={hues} />
            </div>
            <PostControls post={post} signedIn={signedIn} />
          </FoldIfBlocked>
        )}
      </details>
    </article>
  );
}

function Tombstone({ post }: { post: PostView }) {
  if (post.sight === "deleted") return <p className="tombstone">Deleted by its author.</p>;
  return <p className="tombstone">{post.hidden ? hiddenWords(post.hidden) : "Hidden."}</p>;
}

function hiddenWords({ reason, held }: StatedReason): string {
  if (held) return reason;
  return reason === "" ? "Hidden by a moderator." : `Hidden by a moderator: ${reason}`;
}
