import { Age } from "@/components/ui/Age";
import type { RelatedThread } from "@/lib/related/queries";
import type { RelatedReason } from "@/lib/related/reason";
import { routes } from "@/lib/routes";

const WHY: Record<RelatedReason, string> = {
  "same address": "about the same page",
  quoted: "quoted across",
  "shared words": "about similar things",
  "same site": "from the same site",
};

/** Under a thread, others that have to do with it, and why. */
export function RelatedThreads({ threads, now }: { threads: readonly RelatedThread[]; now: Date }) {
  if (threads.length === 0) return null;
  return (
    <section aria-labelledby="related" className="related">
      <h2 id="related">Related threads</h2>
      <ul>
        {threads.map(({ id, title, board, createdAt, reason }) => (
          <li key={id}>
            <a href={routes.thread(id)} className="related-title">
              {title}
            </a>
            <p className="facts">
              <span>{WHY[reason]}</span>
              <a href={routes.board(board.slug)}>{board.name}</a>
              <Age date={createdAt} now={now} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
