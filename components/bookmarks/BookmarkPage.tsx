import { ActionForm } from "@/components/account/ActionForm.client";
import { PostTold } from "@/components/bookmarks/BookmarkList.client";
import { Page } from "@/components/ui/Page";
import { bookmarkAction, removeBookmarkAction } from "@/lib/bookmarks/actions";
import { LONGEST_NOTE } from "@/lib/bookmarks/limits";
import type { BookmarkedPost } from "@/lib/bookmarks/view";
import { routes } from "@/lib/routes";

/** Keeps a post with a note, or changes the note. */
export function BookmarkPage({
  id,
  post,
  note,
}: {
  id: number;
  post: BookmarkedPost;
  /** Null where the post is not bookmarked. */
  note: string | null;
}) {
  const kept = note !== null;
  const noteLine = {
    ...{ name: "note", label: "Note", optional: true, initial: note ?? "" },
    hint: `For you alone; your bookmarks can be searched by it. At most ${LONGEST_NOTE} characters.`,
  };
  return (
    <Page
      title={kept ? "Your bookmark" : "Bookmark this post"}
      intro={<PostTold id={id} post={post} />}
    >
      <ActionForm
        action={bookmarkAction}
        lines={[noteLine]}
        hidden={{ post: id }}
        submit={kept ? "Save note" : "Bookmark"}
      />
      {kept && (
        <ActionForm
          action={removeBookmarkAction}
          lines={[]}
          hidden={{ post: id, from: "page" }}
          submit="Remove bookmark"
          look="plain"
        />
      )}
      <p className="m-0 flex flex-wrap gap-4">
        <a href={routes.post(id)}>Back to the post</a>
        <a href={routes.bookmarks()}>Your bookmarks</a>
      </p>
    </Page>
  );
}
