import { FrontPage } from "@/components/thread/FrontPage";
import { parameter, type SearchParams } from "@/lib/address";
import { viewer } from "@/lib/auth";
import { listThreads } from "@/lib/threads/lists.queries";

export default async function HotPage({ searchParams }: { searchParams: SearchParams }) {
  const who = await viewer();
  const after = await parameter(searchParams, "after");
  return (
    <FrontPage viewer={who} order="hot" page={await listThreads(who, { order: "hot", after })} />
  );
}
