import { postFeed } from "@/app/feed.atom/answer";
import { env } from "@/lib/env";
import { findFeedThread } from "@/lib/feeds/queries";
import { originOf } from "@/lib/http/origin";
import { refusal } from "@/lib/http/refusal";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";

/** The newest posts of a thread as a feed. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const threadId = parseId((await params).id);
  const thread = threadId === null ? null : await findFeedThread(threadId);
  if (threadId === null || thread === null || thread.found === "nothing") return refusal();
  if (thread.found === "hidden") {
    return refusal(`A moderator hid this. Reason: ${thread.reason}`, 410);
  }
  if (thread.found === "merged") {
    return Response.redirect(originOf(request.headers) + routes.threadFeed(thread.into), 308);
  }
  const place = { address: routes.threadFeed(threadId), page: routes.thread(threadId) };
  const title = `${thread.title} · ${env().REJOINDER_NAME}`;
  return postFeed(request, { of: "thread", threadId }, { title, ...place });
}
