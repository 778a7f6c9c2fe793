import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BoardPage } from "@/components/thread/BoardPage";
import { parameter, type SearchParams } from "@/lib/address";
import { viewer } from "@/lib/auth";
import { findBoard } from "@/lib/boards/queries";
import { ATOM } from "@/lib/feeds/atom";
import { routes } from "@/lib/routes";
import { listThreads } from "@/lib/threads/lists.queries";

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const board = await findBoard((await params).slug);
  if (board === null) return { title: "Not found" };
  const feed = { url: routes.boardFeed(board.slug), title: `New threads in ${board.name}` };
  return { title: board.name, alternates: { types: { [ATOM]: [feed] } } };
}

export default async function HotBoardPage({ params, searchParams }: Props) {
  const board = await findBoard((await params).slug);
  if (board === null) notFound();
  const who = await viewer();
  const after = await parameter(searchParams, "after");
  const page = await listThreads(who, { order: "hot", boardId: board.id, after });
  return <BoardPage board={board} viewer={who} order="hot" page={page} />;
}
