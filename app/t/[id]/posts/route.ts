import { postsHtml } from "@/components/thread/thread-html";
import { viewer } from "@/lib/auth";
import { memoryOf } from "@/lib/live/reading.queries";
import { postsAddress } from "@/lib/live/schema";
import { parseId } from "@/lib/schema";
import { parsePostOrder } from "@/lib/threads/order";
import { readThread } from "@/lib/threads/queries";

/**
 * Posts of a thread as they are now, as HTML by their ids, for an open page that shows them as they
 * were: what is missing from the answer is not on the viewer's page any more.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const id = parseId((await params).id);
  const search = new URL(request.url).searchParams;
  const asked = postsAddress.safeParse({ ids: search.get("ids") });
  if (id === null || !asked.success) return answer({ message: "There are no such posts." }, 400);
  const who = await viewer();
  const order = parsePostOrder(search.get("sort") ?? undefined);
  const memory = await memoryOf(who, id);
  const look = { order, now: new Date(), memory, readerId: who.signedIn ? who.id : undefined };
  const waiting = new Set(asked.data.ids);
  const posts: Record<number, string> = {};
  // Most often all are on one page of the thread.
  for (let at = first(waiting); at !== undefined; at = first(waiting)) {
    const page = await readThread(who, id, { order, at });
    if (page.found !== "thread") return answer({ message: "There is no such thread." }, 404);
    for (const [found, html] of postsHtml(page.thread, look, waiting)) {
      posts[found] = html;
      waiting.delete(found);
    }
    waiting.delete(at);
    if (page.thread.paging.pages === 1) break;
  }
  return answer({ posts }, 200);
}

function first(ids: ReadonlySet<number>): number | undefined {
  return ids.values().next().value;
}

function answer(body: object, status: number): Response {
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}
