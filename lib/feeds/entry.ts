import type { AtomEntry } from "@/lib/feeds/atom";
import { plainBody } from "@/lib/feeds/content";
import type { FeedPost } from "@/lib/feeds/post";
import { routes } from "@/lib/routes";

/** A post as the entry of a feed, with all of its text. It has the same id in every feed. */
export function postEntry(post: FeedPost, origin: string): AtomEntry {
  const { thread, author, parentId } = post;
  const page = pageOf(post.id, origin);
  return {
    id: page,
    page,
    title: parentId === null ? thread.title : `Re: ${thread.title}`,
    author: { name: author, uri: `${origin}${routes.person(author)}` },
    published: post.createdAt,
    updated: post.revisedAt,
    category: { term: thread.board.slug, label: thread.board.name },
    ...(parentId === null && thread.url !== null ? { related: thread.url } : {}),
    ...(parentId === null ? {} : { inReplyTo: reference(parentId, origin) }),
    content: { type: "html", text: plainBody(post.body, origin) },
  };
}

function reference(postId: number, origin: string) {
  const page = pageOf(postId, origin);
  return { id: page, page };
}

function pageOf(postId: number, origin: string): string {
  return `${origin}${routes.post(postId)}`;
}
