import { PostBody } from "@/components/post/PostBody";
import { PostHeader } from "@/components/post/PostHeader";
import type { PostView } from "@/lib/posts/view";
import type { Hues } from "@/lib/threads/hues";

/** The post that a form is about, shown above the form. */
export function Answered({ post, hues, now }: { post: PostView; hues: Hues; now: Date }) {
  return (
    <article id={`post-${post.id}`} className="post answered">
      <PostHeader post={post} hue={post.author ? hues[post.author.id] : undefined} now={now} />
      <div className="prose" data-post={post.id}>
        <PostBody body={post.body} hues={hues} />
      </div>
    </article>
  );
}
