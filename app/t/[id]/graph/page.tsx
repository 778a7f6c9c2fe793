import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { QuoteGraphPage } from "@/components/graph/QuoteGraphPage";
import { Tombstone } from "@/components/moderation/Tombstone";
import { parameter, type SearchParams } from "@/lib/address";
import { viewer } from "@/lib/auth";
import { readQuoteGraph } from "@/lib/graph/queries";
import { setStatus } from "@/lib/http/response";
import { parseId } from "@/lib/schema";
import { threadMetadata } from "../metadata";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return threadMetadata(params, (title) => `Who quotes whom: ${title}`);
}

/** Who quotes whom in a thread. */
export default async function GraphPage({ params, searchParams }: Props) {
  const id = parseId((await params).id);
  if (id === null) notFound();
  const page = await readQuoteGraph(await viewer(), id);
  if (page.found === "nothing") notFound();
  if (page.found === "tombstone") {
    setStatus(410);
    return <Tombstone what="thread" hidden={page.hidden} />;
  }
  const person = parseId(await parameter(searchParams, "person"));
  return <QuoteGraphPage {...page} personId={person} />;
}
