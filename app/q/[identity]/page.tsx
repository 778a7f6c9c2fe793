import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { QuoteInItsPlace } from "@/components/quote/QuoteInItsPlace";
import { viewer } from "@/lib/auth";
import { readQuote } from "@/lib/quotes/context.queries";
import { parseId } from "@/lib/schema";
import { readHues } from "@/lib/threads/hues.queries";

export const metadata: Metadata = { title: "A quote", robots: { index: false } };

export default async function QuotePage({ params }: { params: Promise<{ identity: string }> }) {
  const identity = parseId((await params).identity);
  const found = identity === null ? null : await readQuote(await viewer(), identity);
  if (found === null) notFound();
  return <QuoteInItsPlace found={found} hues={await readHues(found.quoter.threadId)} />;
}
