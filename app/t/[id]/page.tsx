import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { Tombstone } from "@/components/moderation/Tombstone";
import { ThreadArticle } from "@/components/thread/ThreadArticle";
import { threadHtml } from "@/components/thread/thread-html";
import { parameter, type SearchParams } from "@/lib/address";
import { viewer } from "@/lib/auth";
import { originOf } from "@/lib/http/origin";
import { fillSlot, setStatus } from "@/lib/http/response";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";
import { dataBlock, structuredThread } from "@/lib/sharing/structured";
import { parsePostOrder } from "@/lib/threads/order";
import { readThread } from "@/lib/threads/queries";
import { sharedThread } from "./sharing";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

export function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  return sharedThread(params, searchParams);
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
  const text = threadHtml(page.thread, { signedIn, order, now: new Date() });
  // For programs, which bring no session.
  const data = signedIn ? "" : dataBlock(structuredThread(page.thread, originOf(await headers())));
  fillSlot(Buffer.concat([text, Buffer.from(data)]), {
    forEverybody: !signedIn && quoteId === undefined && at === undefined && !existed,
  });
  const here = routes.thread(id, order, page.thread.paging.page);
  return <ThreadArticle here={here} viewer={who} existed={existed} />;
}
