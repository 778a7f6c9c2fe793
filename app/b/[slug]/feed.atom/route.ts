import { postFeed } from "@/app/feed.atom/answer";
import { findBoard } from "@/lib/boards/queries";
import { env } from "@/lib/env";
import { refusal } from "@/lib/http/refusal";
import { routes } from "@/lib/routes";

/** The newest threads of a board as a feed. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  const board = await findBoard((await params).slug);
  if (board === null) return refusal();
  const { id: boardId, slug, name } = board;
  const place = { address: routes.boardFeed(slug), page: routes.board(slug, "new") };
  const title = `${name} · ${env().REJOINDER_NAME}`;
  return postFeed(request, { of: "board", boardId }, { title, ...place });
}
