import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { parameter, type SearchParams } from "@/lib/address";
import { requireMember } from "@/lib/auth";
import { placeOfNotice } from "@/lib/notices/arrival.queries";
import { readNotice } from "@/lib/notices/read.commands";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";

export const metadata: Metadata = { title: "A notice", robots: { index: false } };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

/** Leads to what a notice is about. It is read then, so that the page it leads to counts it no more. */
export default async function NoticePage({ params, searchParams }: Props) {
  const id = parseId((await params).id);
  if (id === null) notFound();
  const through = parseId(await parameter(searchParams, "through")) ?? undefined;
  const who = await requireMember(routes.notice(id, through));
  const place = await placeOfNotice(who, id);
  if (place === null) notFound();
  await readNotice(who, id, through);
  redirect(place);
}
