import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BoardPage } from "@/components/thread/BoardPage";
import { parameter, type SearchParams } from "@/lib/address";
import { viewer } from "@/lib/auth";
import { findBoard } from "@/lib/boards/queries";
import { listThreads } from "@/lib/threads/lists.queries";

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await findBoard((await params).slug))?.name ?? "Not found" };
}

export default async function HotBoardPage({ params, searchParams }: Props) {
  const board = await findBoard((await params).slug);
  if (board === null) notFound();
  const who = await viewer();
  const after = await parameter(searchParams, "after");
  const page = await listThreads(who, { order: "hot", boardId: board.id, after });
  return <BoardPage board={board} viewer={who} order="hot" page={page} />;
}
