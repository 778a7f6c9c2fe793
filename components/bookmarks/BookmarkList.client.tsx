"use client";

import { useAccountSubmission } from "@/components/account/account-submission.client";
import { FormMessage } from "@/components/account/FormMessage.client";
import { Age } from "@/components/ui/Age";
import { Button } from "@/components/ui/Button";
import { removeBookmarkAction } from "@/lib/bookmarks/actions";
import type { BookmarkedPost, BookmarkLine } from "@/lib/bookmarks/view";
import { routes } from "@/lib/routes";

/** Bookmarks, each with its note and a button that removes it: one form for all. */
export function BookmarkList({ lines, now }: { lines: readonly BookmarkLine[]; now: Date }) {
  const { state, formAction, onSubmit, pending } = useAccountSubmission(removeBookmarkAction);
  return (
    <form action={formAction} onSubmit={onSubmit} className="grid gap-3">
      <FormMessage state={state} labels={{}} />
      <ol className="post-lines">
        {lines.map(({ postId, note, createdAt, post }) => (
          <li key={postId} className="grid gap-1">
            <PostTold id={postId} post={post} />
            {note !== "" && (
              <p className="m-0 border-l-2 border-accent pl-3 font-medium">
                <span className="sr-only">Your note: </span>
                {note}
              </p>
            )}
            <div className="facts items-center">
              <span>
                bookmarked <Age date={createdAt} now={now} />
              </span>
              <a href={routes.bookmarkPost(postId)} className="underline">
                {note === "" ? "Add a note" : "Change the note"}
                <span className="sr-only"> on post {postId}</span>
              </a>
              <Button name="post" value={postId} disabled={pending} className="text-sm">
                Remove<span className="sr-only"> the bookmark of post {postId}</span>
              </Button>
            </div>
          </li>
        ))}
      </ol>
    </form>
  );
}

/** What can be said of the post: of one that is gone, no more than that. */
export function PostTold({ id, post }: { id: number; post: BookmarkedPost }) {
  if (post.sight !== "readable") {
    const words = post.sight === "hidden" ? "This post was hidden." : "Deleted by its author.";
    return (
      <p className="tombstone m-0">
        <a href={routes.post(id)}>Post {id}</a>: {words}
      </p>
    );
  }
  return (
    <>
      <p className="facts m-0">
        <bdi className="font-semibold text-ink">{post.author}</bdi>
        <a href={routes.post(id)}>in {post.title}</a>
      </p>
      <p className="m-0 font-serif">{post.excerpt}</p>
    </>
  );
}
