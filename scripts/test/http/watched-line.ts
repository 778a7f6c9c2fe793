import { routes } from "@/lib/routes";
import type { Answer } from "@/scripts/test/http/client";
import { Watched } from "@/scripts/test/http/watched";

/** What lists show of a thread to somebody without special rights. */
export interface ShownLine {
  listed: boolean;
  score: number;
  replies: number;
}

/** A thread as it stands in the lists of threads, each of which is read in its turn. */
export class WatchedLine extends Watched<ShownLine> {
  private turn = 0;

  constructor(
    private readonly openingId: number,
    private readonly board: string,
  ) {
    super({ listed: true, score: 0, replies: 0 });
  }

  address(): string {
    const { board } = this;
    const lists = [
      ...[routes.front(), routes.front("new"), routes.front("active")],
      ...[routes.board(board), routes.board(board, "new"), routes.board(board, "top")],
    ];
    return lists[this.turn++ % lists.length] ?? routes.front();
  }

  protected inWords({ listed, score, replies }: ShownLine): string {
    return listed ? `score ${score}, replies ${replies}` : "not listed";
  }

  protected found({ status, body }: Answer): string {
    if (status !== 200) return String(status);
    const [, rest] = body.split(`id="post-${this.openingId}"`);
    if (rest === undefined) return this.inWords({ listed: false, score: 0, replies: 0 });
    const score = /data-score[^>]*>(-?\d+)</.exec(rest)?.[1];
    const replies = /class="facts-replies">(\d+)/.exec(rest)?.[1];
    return this.inWords({ listed: true, score: Number(score), replies: Number(replies) });
  }
}
