import { buttonClass } from "@/components/ui/Button";
import type { PointsView } from "@/lib/answers/points";

/** The way to the passages of other pages, where they are many. */
export function PointsPages({
  points: { page, pages },
  hrefOf,
}: {
  points: PointsView;
  hrefOf: (page: number) => string;
}) {
  if (pages === 1) return null;
  return (
    <nav aria-label="Pages of passages" className="points-pages">
      {page > 1 && (
        <a href={hrefOf(page - 1)} className={buttonClass()}>
          Passages before
        </a>
      )}
      <span className="text-soft">
        Page {page} of {pages}
      </span>
      {page < pages && (
        <a href={hrefOf(page + 1)} className={buttonClass()}>
          Further passages
        </a>
      )}
    </nav>
  );
}
