import { routes } from "@/lib/routes";
import type { Answer } from "@/scripts/test/http/client";
import { Watched } from "@/scripts/test/http/watched";

/** What lists show of a thread to somebody without special rights. */
export interface ShownLine {
  listed: boolean;
  score: number;
  replies: number;
}

const ORDERS = [undefined, "new", "top", "active"] as const;

/** A thread as it stands in all lists of threads: of the forum and of its board, in each order. */
export class WatchedLine extends Watched<ShownLine> {
  readonly addresses: readonly string[];

  constructor(
    private readonly thread: { id: number; openingId: number },
    board: string,
  ) {
    super({ listed: true, score: 0, replies: 0 });
    this.addresses = ORDERS.flatMap((order) => [routes.front(order), routes.board(board, order)]);
  }

  protected inWords({ listed, score, replies }: ShownLine): string {
    return listed ? `score ${score}, replies ${replies}` : "not listed";
  }

  protected found({ status, body }: Answer): string {
    if (status !== 200) return String(status);
    const { id, openingId } = this.thread;
    const [, rest] = body.split(`id="post-${openingId}"`);
    if (rest === undefined) {
      const named = body.includes(`href="${routes.thread(id)}"`);
      return named ? "named, not listed" : this.inWords({ listed: false, score: 0, replies: 0 });
    }
    const score = /data-score[^>]*>(-?\d+)</.exec(rest)?.[1];
    const replies = /class="facts-replies">(\d+)/.exec(rest)?.[1];
    return this.inWords({ listed: true, score: Number(score), replies: Number(replies) });
  }
}
