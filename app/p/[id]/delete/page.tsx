import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Answered } from "@/components/post/Answered";
import { DeleteForm } from "@/components/post/DeleteForm.client";
import { Notice } from "@/components/ui/Notice";
import { Page } from "@/components/ui/Page";
import { requireMember } from "@/lib/auth";
import { readPost } from "@/lib/posts/queries";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";
import { readHues } from "@/lib/threads/hues.queries";

export const metadata: Metadata = { title: "Delete" };

export default async function DeletePage({ params }: { params: Promise<{ id: string }> }) {
  const id = parseId((await params).id);
  if (id === null) notFound();
  const who = await requireMember(routes.deletePost(id));
  const found = await readPost(who, id);
  if (found === null) notFound();
  const { post, thread } = found;
  return (
    <Page title="Delete your post?">
      {post.rights.delete ? (
        <>
          <p>
            Its words and your name go from the thread, for good. Its place stays, so that the
            replies to it keep theirs; words of it that others have quoted stay in their posts,
            without your name.
          </p>
          <Answered post={post} hues={await readHues(thread.id)} now={new Date()} />
          <DeleteForm postId={id} />
        </>
      ) : (
        <Notice look="bad">Only its author may delete a post.</Notice>
      )}
      <a href={routes.post(id)}>Back to the post</a>
    </Page>
  );
}
