import { notFound } from "next/navigation";
import { BoardPage } from "@/components/thread/BoardPage";
import { parameter, type SearchParams } from "@/lib/address";
import { viewer } from "@/lib/auth";
import { findBoard } from "@/lib/boards/queries";
import { listThreads } from "@/lib/threads/lists.queries";
import { parseThreadOrder } from "@/lib/threads/order";

export { generateMetadata } from "../page";

interface Props {
  params: Promise<{ slug: string; order: string }>;
  searchParams: SearchParams;
}

export default async function OrderedBoardPage({ params, searchParams }: Props) {
  const { slug, order: name } = await params;
  const order = parseThreadOrder(name);
  const board = await findBoard(slug);
  if (board === null || order === null || order === "hot") notFound();
  const who = await viewer();
  const after = await parameter(searchParams, "after");
  const page = await listThreads(who, { order, boardId: board.id, after });
  return <BoardPage board={board} viewer={who} order={order} page={page} />;
}
