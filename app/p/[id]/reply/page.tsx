import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Composer } from "@/components/composer/Composer.client";
import { Answered } from "@/components/post/Answered";
import { Notice } from "@/components/ui/Notice";
import { Page } from "@/components/ui/Page";
import { parameter, type SearchParams } from "@/lib/address";
import { requireMember } from "@/lib/auth";
import type { Viewer } from "@/lib/policy/viewer";
import { replyAction } from "@/lib/posts/actions";
import { readLayout } from "@/lib/posts/layout.queries";
import { notesOf } from "@/lib/posts/preview.queries";
import { readAsQuote, readPost } from "@/lib/posts/queries";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";
import { layOut } from "@/lib/text/quoting";
import { readHues } from "@/lib/threads/hues.queries";

export const metadata: Metadata = { title: "Reply" };

/** With `?layout=points` the answered post is laid out as quotes, one for each point. */
export default async function ReplyPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}) {
  const id = parseId((await params).id);
  if (id === null) notFound();
  const layout = (await parameter(searchParams, "layout")) === "points" ? "points" : undefined;
  const who = await requireMember(routes.reply(id, layout));
  const found = await readPost(who, id);
  if (found === null) notFound();
  const { post, thread } = found;
  // Somebody suspended meanwhile is refused by the form: what they typed must not be lost with it.
  const refusedByForm = Boolean(who.restricted) && post.sight === "open" && !thread.locked;
  const text = await textToBegin(who, id, layout);
  const back = <a href={routes.post(id)}>{thread.title}</a>;
  return (
    <Page title={`Reply to ${post.author?.username ?? "a post"}`} intro={<>In {back}</>}>
      <Answered post={post} hues={await readHues(thread.id)} now={new Date()} />
      {post.rights.reply || refusedByForm ? (
        <Composer
          action={replyAction}
          place={{ parent: id }}
          hidden={{ post: String(id) }}
          formKey={randomUUID()}
          text={text}
          notes={text === "" ? undefined : await notesOf(who, text, { parent: id })}
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

async function textToBegin(who: Viewer, id: number, layout?: "points"): Promise<string> {
  if (layout === "points") return (await readLayout(who, id))?.text ?? "";
  return layOut([(await readAsQuote(who, id)) ?? ""]);
}
