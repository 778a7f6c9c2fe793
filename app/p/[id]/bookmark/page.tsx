import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BookmarkPage } from "@/components/bookmarks/BookmarkPage";
import { requireMember } from "@/lib/auth";
import { postToBookmark } from "@/lib/bookmarks/queries";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";

export const metadata: Metadata = { title: "Bookmark", robots: { index: false } };

export default async function BookmarkPostPage({ params }: { params: Promise<{ id: string }> }) {
  const id = parseId((await params).id);
  if (id === null) notFound();
  const who = await requireMember(routes.bookmarkPost(id));
  const found = await postToBookmark(who, id);
  if (found === null) notFound();
  return <BookmarkPage id={id} post={found.post} note={found.note} />;
}
