import { logFeed } from "@/app/modlog.atom/feed";
import { refusal } from "@/lib/http/refusal";
import { readLoggedThread } from "@/lib/modlog/queries";
import { SIGNED_OUT } from "@/lib/policy/viewer";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";

/** The public log of a thread as a feed; of a hidden thread too, without its title. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const id = parseId((await params).id);
  const thread = id === null ? null : await readLoggedThread(SIGNED_OUT, id);
  if (thread === null) return refusal();
  const { id: threadId, title, board } = thread;
  const place = { address: routes.threadLogFeed(threadId), page: routes.threadLog(threadId) };
  const name = title ?? `a thread in ${board.name}`;
  return logFeed(request, { threadId }, { title: `Moderation log: ${name}`, ...place });
}
