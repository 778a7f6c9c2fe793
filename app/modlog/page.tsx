import type { Metadata } from "next";
import { LogPage } from "@/components/modlog/LogPage";
import { parameter, type SearchParams } from "@/lib/address";
import { viewer } from "@/lib/auth";
import { readLog } from "@/lib/modlog/queries";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";

export const metadata: Metadata = { title: "Moderation log" };

/** What moderators did anywhere in the forum. */
export default async function ForumLogPage({ searchParams }: { searchParams: SearchParams }) {
  const before = parseId(await parameter(searchParams, "before")) ?? undefined;
  const log = await readLog(await viewer(), {}, before);
  return <LogPage log={log} address={routes.log} feed={routes.logFeed()} now={new Date()} />;
}
