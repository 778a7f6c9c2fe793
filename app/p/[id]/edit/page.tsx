import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Composer } from "@/components/composer/Composer.client";
import { Notice } from "@/components/ui/Notice";
import { Page } from "@/components/ui/Page";
import { requireMember } from "@/lib/auth";
import { editAction } from "@/lib/posts/actions";
import { notesOf } from "@/lib/posts/preview.queries";
import { readMarkdown, readPost } from "@/lib/posts/queries";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";

export const metadata: Metadata = { title: "Edit" };

export default async function EditPage({ params }: { params: Promise<{ id: string }> }) {
  const id = parseId((await params).id);
  if (id === null) notFound();
  const who = await requireMember(routes.edit(id));
  const found = await readPost(who, id);
  const markdown = await readMarkdown(who, id);
  if (found === null || markdown === null) notFound();
  const { post, thread } = found;
  // Somebody suspended meanwhile is refused by the form: what they typed must not be lost with it.
  const refusedByForm = Boolean(who.restricted) && post.author?.id === who.id;
  if (!post.rights.edit && !refusedByForm) {
    return (
      <Page title="Edit">
        <Notice look="bad">
          Only its author may edit a post, and only while it can be answered.
        </Notice>
        <a href={routes.post(id)}>Back to the post</a>
      </Page>
    );
  }
  const kind = thread.openingPost ? thread.kind : "text";
  const back = <a href={routes.post(id)}>{thread.title}</a>;
  return (
    <Page
      title="Edit your post"
      intro={<>In {back}. Earlier versions stay readable in the post's history.</>}
    >
      <Composer
        action={editAction}
        place={{ post: id, kind }}
        hidden={{ post: String(id), kind, revision: String(post.revision) }}
        text={markdown}
        notes={await notesOf(who, markdown, { post: id, kind })}
        draftKey={`${who.id}:edit:${id}:${post.revision}`}
        submit="Publish"
        rows={18}
        textRequired={!(thread.openingPost && thread.kind === "link")}
      />
    </Page>
  );
}
