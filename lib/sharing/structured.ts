import { beginningOf, LONGEST_BEGINNING } from "@/lib/posts/beginning";
import type { PostView } from "@/lib/posts/view";
import type { QuoteView } from "@/lib/quotes/view";
import { routes } from "@/lib/routes";
import { snippet } from "@/lib/text/snippet";
import type { ThreadView } from "@/lib/threads/view";

/**
 * How much of a thread is said twice, in code points: search engines read the page itself, and whoever
 * reads a long thread should not fetch it a second time as data.
 */
const COMMENTS_NAMED = 20;
const COMMENT_LENGTH = 200;
const OPENING_LENGTH = LONGEST_BEGINNING;
const QUOTE_LENGTH = 120;
const QUOTES_NAMED = 3;

/**
 * A thread as a `DiscussionForumPosting` (https://schema.org), with its first replies as they are shown
 * and what posts quote as their `citation`.
 *
 * @param thread as everybody sees it who is signed out
 * @param origin the forum's
 */
export function structuredThread(thread: ThreadView, origin: string): object {
  const { opening, paging } = thread;
  const url = `${origin}${routes.thread(thread.id, "best", paging.page)}`;
  const comments = thread.replies
    .map(({ post }) => post)
    .filter((post) => !post.empty)
    .slice(0, COMMENTS_NAMED);
  return {
    "@context": "https://schema.org",
    "@type": "DiscussionForumPosting",
    ...facts(opening, origin, OPENING_LENGTH),
    ...{ url, mainEntityOfPage: url, headline: thread.title },
    datePublished: thread.createdAt.toISOString(),
    isPartOf: {
      "@type": "CollectionPage",
      name: thread.board.name,
      url: `${origin}${routes.board(thread.board.slug)}`,
    },
    ...(thread.url === null ? {} : { sharedContent: { "@type": "WebPage", url: thread.url } }),
    commentCount: thread.replyCount,
    comment: comments.map((post) => ({
      "@type": "Comment",
      ...facts(post, origin, COMMENT_LENGTH),
      ...(post.parentId === null || post.parentId === opening.id
        ? {}
        : { parentItem: { "@id": `${origin}${routes.post(post.parentId)}` } }),
    })),
  };
}

function facts(post: PostView, origin: string, length: number) {
  const url = `${origin}${routes.post(post.id)}`;
  const citation = citations(post, origin);
  return {
    ...{ "@id": url, url },
    text: beginningOf(post, length),
    ...(post.author === null ? {} : { author: person(post.author.username, origin) }),
    datePublished: post.createdAt.toISOString(),
    ...(post.editedAt === null ? {} : { dateModified: post.editedAt.toISOString() }),
    ...(citation.length === 0 ? {} : { citation }),
  };
}

function person(name: string, origin: string) {
  return { "@type": "Person", name, url: `${origin}${routes.person(name)}` };
}

/** The quotes of a post whose source is known and whose words may be read. */
function citations(post: PostView, origin: string) {
  const known = post.quotes.filter(({ source, sight }) => source !== null && sight !== "redacted");
  return known.slice(0, QUOTES_NAMED).map(({ exact, source }: QuoteView) => ({
    "@type": "Quotation",
    text: snippet(exact, QUOTE_LENGTH),
    ...(source === null ? {} : { url: `${origin}${routes.post(source.postId)}` }),
    ...(source?.author ? { creator: person(source.author, origin) } : {}),
  }));
}

/** Data in a page: a block that no browser runs, and that nothing written in it can end. */
export function dataBlock(data: object): string {
  const json = JSON.stringify(data).replace(/</g, "\\u003c");
  return `<script type="application/ld+json">${json}</script>`;
}
