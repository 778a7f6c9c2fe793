import { logFeed } from "@/app/modlog.atom/feed";
import { findBoard } from "@/lib/boards/queries";
import { refusal } from "@/lib/http/refusal";
import { routes } from "@/lib/routes";

/** The public log of a board as a feed. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  const board = await findBoard((await params).slug);
  if (board === null) return refusal();
  const { id: boardId, slug, name } = board;
  const place = { address: routes.boardLogFeed(slug), page: routes.boardLog(slug) };
  return logFeed(request, { boardId }, { title: `Moderation log: ${name}`, ...place });
}
