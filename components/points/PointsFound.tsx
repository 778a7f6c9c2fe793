import { Tombstone } from "@/components/moderation/Tombstone";
import { PointsArticle } from "@/components/points/PointsArticle";
import type { PointsPage } from "@/lib/answers/points";

/** What is at the address of a page of points. */
export function PointsFound({
  page,
  now,
}: {
  page: Exclude<PointsPage, { found: "nothing" }>;
  now: Date;
}) {
  if (page.found === "tombstone") return <Tombstone what={page.what} hidden={page.hidden} />;
  return <PointsArticle points={page.points} now={now} />;
}
