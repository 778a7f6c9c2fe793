import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FrontPage } from "@/components/thread/FrontPage";
import { parameter, type SearchParams } from "@/lib/address";
import { viewer } from "@/lib/auth";
import { listThreads } from "@/lib/threads/lists.queries";
import { parseThreadOrder } from "@/lib/threads/order";

interface Props {
  params: Promise<{ order: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const order = parseThreadOrder((await params).order);
  return { title: order === null ? "Not found" : `${order} threads` };
}

export default async function OrderPage({ params, searchParams }: Props) {
  const order = parseThreadOrder((await params).order);
  if (order === null || order === "hot") notFound();
  const who = await viewer();
  const after = await parameter(searchParams, "after");
  return <FrontPage viewer={who} order={order} page={await listThreads(who, { order, after })} />;
}
