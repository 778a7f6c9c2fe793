import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { viewer } from "@/lib/auth";
import { findPost } from "@/lib/posts/queries";
import { parseId } from "@/lib/posts/schema";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "A post" };

/** The permalink of a post: leads to its place in the thread, which says what may be seen of it. */
export default async function PostPage({ params }: { params: Promise<{ id: string }> }) {
  const id = parseId((await params).id);
  const place = id === null ? null : await findPost(await viewer(), id);
  if (place === null) notFound();
  redirect(routes.postInThread(place.threadId, place.postId));
}
