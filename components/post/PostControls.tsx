import { VoteButtons } from "@/components/vote/VoteButtons";
import type { PostView } from "@/lib/posts/view";
import { routes } from "@/lib/routes";

/** What can be done with a post; only what this viewer may do is shown. */
export function PostControls({ post, signedIn }: { post: PostView; signedIn: boolean }) {
  const { rights } = post;
  // Who is signed out is shown the controls too: they lead to the sign-in page.
  const invited = !signedIn && post.sight === "open";
  const opening = post.parentId === null;
  const hide = post.hidden === null ? "hide" : "unhide";
  return (
    <footer className="post-controls">
      <VoteButtons
        postId={post.id}
        score={post.score}
        ownVote={post.ownVote}
        enabled={rights.vote || invited}
      />
      {(rights.reply || invited) && (
        <>
          <a href={routes.reply(post.id)} data-reply={post.id}>
            Reply
          </a>
          <a href={routes.reply(post.id)} data-quote={post.id}>
            Quote
          </a>
        </>
      )}
      {post.answeredPassages > 0 && (
        <a href={opening ? routes.threadPoints(post.threadId) : routes.postPoints(post.id)}>
          Point by point
        </a>
      )}
      {signedIn && <a href={routes.bookmarkPost(post.id)}>Bookmark</a>}
      {rights.edit && <a href={routes.edit(post.id)}>Edit</a>}
      {rights.delete && <a href={routes.deletePost(post.id)}>Delete</a>}
      {rights.report && <a href={routes.reportPost(post.id)}>Report</a>}
      {rights.moderate && !opening && (
        <>
          <a href={routes.moderatePost(post.id, hide)}>{hide === "hide" ? "Hide" : "Unhide"}</a>
          <a href={routes.moderatePost(post.id, post.offTopic === null ? "off-topic" : "on-topic")}>
            {post.offTopic === null ? "Off topic" : "On topic"}
          </a>
          {post.hidden === null && <a href={routes.moderatePost(post.id, "split")}>Split</a>}
        </>
      )}
    </footer>
  );
}
