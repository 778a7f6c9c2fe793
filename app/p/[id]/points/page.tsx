import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PointsFound } from "@/components/points/PointsFound";
import type { SearchParams } from "@/lib/address";
import { readPoints } from "@/lib/answers/points.queries";
import { parsePointsWish } from "@/lib/answers/points-page";
import { viewer } from "@/lib/auth";
import { setStatus } from "@/lib/http/response";
import { parseId } from "@/lib/schema";

export const metadata: Metadata = { title: "A post, point by point" };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

/** Any post seen from what was answered in it. */
export default async function PostPointsPage({ params, searchParams }: Props) {
  const id = parseId((await params).id);
  if (id === null) notFound();
  const wish = await parsePointsWish(searchParams);
  const page = await readPoints(await viewer(), { postId: id }, wish);
  if (page.found === "nothing") notFound();
  if (page.found === "tombstone") setStatus(410);
  return <PointsFound page={page} now={new Date()} />;
}
