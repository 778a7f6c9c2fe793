import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Tombstone } from "@/components/moderation/Tombstone";
import { ThreadArticle } from "@/components/thread/ThreadArticle";
import { threadHtml } from "@/components/thread/thread-html";
import { parameter, type SearchParams } from "@/lib/address";
import { viewer } from "@/lib/auth";
import { fillSlot, setStatus } from "@/lib/http/response";
import { unreadNotices } from "@/lib/notices/queries";
import { readNoticesOf } from "@/lib/notices/read.commands";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";
import { parsePostOrder } from "@/lib/threads/order";
import { readThread } from "@/lib/threads/queries";
import type { ThreadView } from "@/lib/threads/view";
import { threadMetadata } from "./metadata";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return threadMetadata(params);
}

export default async function ThreadPage({ params, searchParams }: Props) {
  const id = parseId((await params).id);
  if (id === null) notFound();
  const who = await viewer();
  const order = parsePostOrder(await parameter(searchParams, "sort"));
  const quoteId = parseId(await parameter(searchParams, "quote")) ?? undefined;
  const at = parseId(await parameter(searchParams, "at")) ?? undefined;
  const number = parseId(await parameter(searchParams, "page")) ?? 1;
  const page = await readThread(who, id, { order, page: number, at, quoteId });
  if (page.found === "nothing") notFound();
  if (page.found === "merged") redirect(routes.thread(page.into));
  if (page.found === "tombstone") {
    setStatus(410);
    return <Tombstone what="thread" hidden={page.hidden} />;
  }
  const existed = (await parameter(searchParams, "existed")) === "yes";
  const { signedIn } = who;
  if (signedIn && (await unreadNotices(who)) > 0) {
    await readNoticesOf(who, shownPosts(page.thread));
  }
  fillSlot(threadHtml(page.thread, { signedIn, order, now: new Date() }), {
    forEverybody: !signedIn && quoteId === undefined && at === undefined && !existed,
  });
  const here = routes.thread(id, order, page.thread.paging.page);
  return <ThreadArticle here={here} viewer={who} existed={existed} />;
}

/** The posts on this page. */
function shownPosts({ opening, replies, paging }: ThreadView): number[] {
  const shown = replies.map(({ post }) => post.id);
  return paging.page === 1 ? [opening.id, ...shown] : shown;
}
