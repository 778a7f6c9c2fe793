import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LogPage } from "@/components/modlog/LogPage";
import { parameter, type SearchParams } from "@/lib/address";
import { viewer } from "@/lib/auth";
import { findBoard } from "@/lib/boards/queries";
import { readLog } from "@/lib/modlog/queries";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const board = await findBoard((await params).slug);
  return { title: board === null ? "Not found" : `Moderation log: ${board.name}` };
}

/** What moderators did in a board. */
export default async function BoardLogPage({ params, searchParams }: Props) {
  const board = await findBoard((await params).slug);
  if (board === null) notFound();
  const before = parseId(await parameter(searchParams, "before")) ?? undefined;
  const log = await readLog(await viewer(), { boardId: board.id }, before);
  return (
    <LogPage
      of={
        <>
          Of the board <a href={routes.board(board.slug)}>{board.name}</a>.{" "}
          <a href={routes.log()}>See all of the forum</a>
        </>
      }
      log={log}
      address={(from) => routes.boardLog(board.slug, from)}
      feed={routes.boardLogFeed(board.slug)}
      now={new Date()}
    />
  );
}
