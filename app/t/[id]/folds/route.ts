import { viewer } from "@/lib/auth";
import { statusOf } from "@/lib/http/failure";
import { keepFolds } from "@/lib/live/reading.commands";
import { foldsBody } from "@/lib/live/schema";
import { parseId } from "@/lib/schema";

/** Remembers which branches the viewer folded: what pages send while they are left, too. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const id = parseId((await params).id);
  const body = foldsBody.safeParse(await request.json().catch(() => null));
  if (id === null || !body.success)
    return new Response("That is no list of folds.", { status: 400 });
  const kept = await keepFolds(await viewer(), id, body.data.folds);
  return kept.ok
    ? new Response(null, { status: 204 })
    : new Response(kept.message, { status: statusOf(kept) });
}
