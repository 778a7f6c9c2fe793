import { viewer } from "@/lib/auth";
import { readQuote } from "@/lib/quotes/context.queries";
import { parseId } from "@/lib/schema";

/** The words around a quote's passage: what the page shows in place. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ identity: string }> },
): Promise<Response> {
  const identity = parseId((await params).identity);
  const found = identity === null ? null : await readQuote(await viewer(), identity);
  const context = found?.context ?? null;
  if (context === null) {
    return Response.json(
      { message: "There is nothing to show around this quote." },
      { status: 404 },
    );
  }
  return Response.json(context, { headers: { "cache-control": "private, no-store" } });
}
