import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Composer } from "@/components/composer/Composer.client";
import { Answered } from "@/components/post/Answered";
import { Notice } from "@/components/ui/Notice";
import { Page } from "@/components/ui/Page";
import { requireMember } from "@/lib/auth";
import { replyAction } from "@/lib/posts/actions";
import { readAsQuote, readPost } from "@/lib/posts/queries";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";
import { readHues } from "@/lib/threads/hues.queries";

export const metadata: Metadata = { title: "Reply" };

export default async function ReplyPage({ params }: { params: Promise<{ id: string }> }) {
  const id = parseId((await params).id);
  if (id === null) notFound();
  const who = await requireMember(routes.reply(id));
  const found = await readPost(who, id);
  if (found === null) notFound();
  const { post, thread } = found;
  const quoted = (await readAsQuote(who, id)) ?? "";
  const back = <a href={routes.postInThread(thread.id, id)}>{thread.title}</a>;
  return (
    <Page title={`Reply to ${post.author?.username ?? "a post"}`} intro={<>In {back}</>}>
      <Answered post={post} hues={await readHues(thread.id)} now={new Date()} />
      {post.rights.reply ? (
        <Composer
          action={replyAction}
          place={{ parent: id }}
          hidden={{ post: String(id) }}
          formKey={randomUUID()}
          text={quoted === "" ? "" : `${quoted}\n\n`}
          draftKey={`${who.id}:reply:${id}`}
          submit="Publish"
          rows={14}
        />
      ) : (
        <Notice look="bad">
          {thread.locked
            ? "This thread is locked: it can be read, but nothing can be added."
            : "This post can't be answered."}
        </Notice>
      )}
    </Page>
  );
}
