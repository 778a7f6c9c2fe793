import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Tombstone } from "@/components/moderation/Tombstone";
import { RelatedThreads } from "@/components/related/RelatedThreads";
import { ThreadArticle } from "@/components/thread/ThreadArticle";
import { threadHtml } from "@/components/thread/thread-html";
import { markup } from "@/components/ui/markup";
import { parameter, type SearchParams } from "@/lib/address";
import { viewer } from "@/lib/auth";
import { fillSlot, setStatus } from "@/lib/http/response";
import { relatedThreads } from "@/lib/related/queries";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";
import { parsePostOrder } from "@/lib/threads/order";
import { readThread } from "@/lib/threads/queries";
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
  const now = new Date();
  const related = markup(<RelatedThreads threads={await relatedThreads(who, id)} now={now} />);
  fillSlot(`${threadHtml(page.thread, { signedIn, order, now })}${related}`, {
    forEverybody: !signedIn && quoteId === undefined && at === undefined && !existed,
  });
  const here = routes.thread(id, order, page.thread.paging.page);
  return <ThreadArticle here={here} viewer={who} existed={existed} />;
}
