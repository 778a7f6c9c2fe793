import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Tombstone } from "@/components/moderation/Tombstone";
import { viewer } from "@/lib/auth";
import { setStatus } from "@/lib/http/response";
import { findPost } from "@/lib/posts/queries";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";

export const metadata: Metadata = { title: "A post" };

/** The permalink of a post: leads to its place in the thread, which says what may be seen of it. */
export default async function PostPage({ params }: { params: Promise<{ id: string }> }) {
  const id = parseId((await params).id);
  if (id === null) notFound();
  const permalink = await findPost(await viewer(), id);
  if (permalink.found === "nothing") notFound();
  if (permalink.found === "tombstone") {
    setStatus(410);
    return <Tombstone what="post" hidden={permalink.hidden} />;
  }
  const { threadId, postId, long } = permalink.place;
  redirect(routes.postInThread(threadId, postId, { long }));
}
