import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Tombstone } from "@/components/moderation/Tombstone";
import { RelatedThreads } from "@/components/related/RelatedThreads";
import { ThreadArticle } from "@/components/thread/ThreadArticle";
import { threadHtml } from "@/components/thread/thread-html";
import { agesHold } from "@/components/ui/elapsed";
import { markup } from "@/components/ui/markup";
import { parameter, type SearchParams } from "@/lib/address";
import { viewer } from "@/lib/auth";
import { fillSlot, setStatus } from "@/lib/http/response";
import { noteVisit } from "@/lib/live/reading.commands";
import { memoryOf } from "@/lib/live/reading.queries";
import { visitNow } from "@/lib/live/visit";
import { unreadNotices } from "@/lib/notices/queries";
import { readNoticesOf } from "@/lib/notices/read.commands";
import { type RelatedThread, relatedThreads } from "@/lib/related/queries";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";
import { parsePostOrder } from "@/lib/threads/order";
import { readThread } from "@/lib/threads/queries";
import type { ThreadView } from "@/lib/threads/view";
import { sharedHead } from "./head";
import { threadMetadata } from "./metadata";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  // What there is to be said beside the title goes past React, into the head below.
  return { ...(await threadMetadata(params)), alternates: {} };
}

export default async function ThreadPage({ params, searchParams }: Props) {
  const id = parseId((await params).id);
  if (id === null) notFound();
  const who = await viewer();
  const order = parsePostOrder(await parameter(searchParams, "sort"));
  const quoteId = parseId(await parameter(searchParams, "quote")) ?? undefined;
  const at = parseId(await parameter(searchParams, "at")) ?? undefined;
  const number = parseId(await parameter(searchParams, "page")) ?? 1;
  const wish = { order, page: number, at, quoteId };
  const [page, memory, related] = await Promise.all([
    readThread(who, id, wish),
    memoryOf(who, id),
    relatedThreads(who, id),
  ]);
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
  const now = new Date();
  const visit = visitNow(memory.visit, page.thread.newestId, now);
  // While the page is drawn.
  const noted = noteVisit(who, id, memory.visit, visit);
  const look = { order, now, readerId: signedIn ? who.id : undefined };
  const text = threadHtml(page.thread, { ...look, memory: { ...memory, visit } });
  const below = markup(<RelatedThreads threads={related} now={now} />);
  await noted;
  const plain = !signedIn && quoteId === undefined && at === undefined && !existed;
  const youngest = youngestOf(page.thread, related);
  fillSlot(Buffer.concat([text, Buffer.from(below)]), {
    head: await sharedHead(who, page.thread),
    keepFor: plain ? agesHold(youngest, now) : undefined,
  });
  const here = routes.thread(id, order, page.thread.paging.page);
  return <ThreadArticle threadId={id} here={here} viewer={who} existed={existed} />;
}

function youngestOf({ opening, replies }: ThreadView, related: readonly RelatedThread[]): Date {
  const dated = [opening, ...replies.map(({ post }) => post), ...related];
  const times = dated.map(({ createdAt }) => createdAt.getTime());
  return new Date(times.reduce((latest, time) => Math.max(latest, time)));
}

/** The posts on this page. */
function shownPosts({ opening, replies, paging }: ThreadView): number[] {
  const shown = replies.map(({ post }) => post.id);
  return paging.page === 1 ? [opening.id, ...shown] : shown;
}
