import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LogPage } from "@/components/modlog/LogPage";
import { parameter, type SearchParams } from "@/lib/address";
import { viewer } from "@/lib/auth";
import { readLog, readLoggedThread } from "@/lib/modlog/queries";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

/** The log is no page of the thread's words, so it has one title whoever may read those. */
export const metadata: Metadata = { title: "Moderation log of a thread" };

/** What moderators did in a thread; readable, without its title, when the thread is hidden. */
export default async function ThreadLogPage({ params, searchParams }: Props) {
  const id = parseId((await params).id);
  const who = await viewer();
  const thread = id === null ? null : await readLoggedThread(who, id);
  if (thread === null) notFound();
  const before = parseId(await parameter(searchParams, "before")) ?? undefined;
  const log = await readLog(who, { threadId: thread.id }, before);
  return (
    <LogPage
      of={
        <>
          Of{" "}
          <a href={routes.thread(thread.id)}>
            {thread.title ?? `a thread in ${thread.board.name}`}
          </a>
          . <a href={routes.boardLog(thread.board.slug)}>See all of {thread.board.name}</a>
        </>
      }
      log={log}
      address={(from) => routes.threadLog(thread.id, from)}
      feed={routes.threadLogFeed(thread.id)}
      now={new Date()}
    />
  );
}
