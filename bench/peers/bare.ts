// The peer to stand beside: `node:http` and `pg`, one SELECT, the HTML put together as a string.
import { createServer } from "node:http";
import { gzip } from "node:zlib";
import pg from "pg";
import { type PeerPost, type PeerThread, readThread } from "@/bench/peers/thread";
import { ageOf } from "@/components/ui/elapsed";

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");

/** Replies nest to this depth, as the forum's do. */
const MAX_NESTING = 12;

function pageOf({ title, opening, replyCount }: PeerThread): string {
  const now = new Date();
  const branches = (posts: readonly PeerPost[], depth: number): string =>
    posts
      .map((post, index) => {
        const below = branches(post.replies, depth + 1);
        const nested =
          below === "" || depth >= MAX_NESTING ? below : `<div class="replies">${below}</div>`;
        return `<div class="branch">${postHtml(post, opening.id, posts[index + 1]?.id, now)}${nested}</div>`;
      })
      .join("");
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body><header><a href="/">Rejoinder</a> <a href="/boards">Boards</a> <a href="/sign-in">Sign in</a></header><main id="main" class="thread"><h1>${escaped(title)}</h1>${postHtml(opening, undefined, undefined, now)}<h2 id="replies">${replyCount} replies</h2>${branches(opening.replies, 1)}</main></body></html>`;
}

// Not inside postHtml, where they would be made anew for each post.
const way = (to: number, word: string) => `<a href="#post-${to}" class="quiet">${word}</a>`;
const vote = (id: number, word: string, sign: string, to: string) =>
  `<button type="submit" form="vote-form" name="vote" value="${id}:${to}" aria-label="${word}" class="vote">${sign}</button>`;

function postHtml(
  post: PeerPost,
  root: number | undefined,
  next: number | undefined,
  now: Date,
): string {
  const { id, parentId } = post;
  const author = escaped(post.author);
  const iso = post.createdAt.toISOString();
  const ways =
    root === undefined || parentId === null
      ? ""
      : `<nav class="post-ways" aria-label="Neighbours">${parentId === root ? "" : way(parentId, "parent")}${way(root, "root")}${next === undefined ? "" : way(next, "next")}</nav>`;
  return `<article id="post-${id}" class="post"><header class="post-head"><a href="/u/${author}" class="author">${author}</a><a href="/p/${id}" class="quiet" aria-label="Permalink to post ${id}"><time dateTime="${iso}" title="${iso.slice(0, 16).replace("T", " ")} UTC">${ageOf(post.createdAt, now)}</time></a>${ways}</header><details open class="post-fold"><summary class="post-toggle"><span class="sr-only">Fold this branch</span></summary><div class="prose" data-post="${id}">${bodyHtml(post)}</div><footer class="post-controls"><span class="votes" data-votes="${id}">${vote(id, "Upvote", "▲", "up")}<span class="score">${post.score}</span>${vote(id, "Downvote", "▼", "down")}</span><a href="/p/${id}/reply" data-reply="${id}">Reply</a><a href="/p/${id}/reply" data-quote="${id}">Quote</a>${post.answered ? `<a href="/p/${id}/points">Point by point</a>` : ""}</footer></details></article>`;
}

/** The runs are safe HTML already: they were made safe when they were written. */
function bodyHtml({ html, quotes }: PeerPost): string {
  return html
    .map((own, index) => {
      const quote = quotes[index];
      const run = own === "" ? "" : `<div class="own">${own}</div>`;
      if (quote === undefined) return run;
      return `${run}<blockquote class="quote"><p class="quote-source"><a href="#post-${quote.sourcePostId}">quoting <bdi>${escaped(quote.sourceAuthor ?? "")}</bdi> ↑</a><a href="/q/${quote.id}" class="quote-context-link">context</a></p><div>${quote.html.join("")}</div></blockquote>`;
    })
    .join("");
}

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const server = createServer(async (request, response) => {
  const id = Number(/^\/t\/(\d+)$/.exec(request.url ?? "")?.[1]);
  const thread = id ? await readThread(pool, id).catch(() => null) : null;
  if (thread === null) return response.writeHead(404).end();
  const page = pageOf(thread);
  const type = { "Content-Type": "text/html; charset=utf-8" };
  if (!/\bgzip\b/.test(request.headers["accept-encoding"] ?? "")) {
    return response.writeHead(200, type).end(page);
  }
  gzip(page, (_, bytes) =>
    response.writeHead(200, { ...type, "Content-Encoding": "gzip" }).end(bytes),
  );
});
server.listen(Number(process.env.PORT), "127.0.0.1", () => {
  process.send?.({ port: Number(process.env.PORT) });
});
process.on("disconnect", () => process.exit(0)).on("SIGTERM", () => process.exit(0));
