import type { PostOrder } from "@/lib/routes";
import { routes } from "@/lib/routes";

// What is done to the posts of an open page. They are plain HTML that React does not know.

/** The posts that are asked for in one request. */
const AT_ONCE = 100;

export function articleOf(id: number): HTMLElement | null {
  return document.getElementById(`post-${id}`);
}

/** The ids of all posts on the page. */
export function shownIds(): number[] {
  const articles = document.querySelectorAll("article[id^=post-]");
  return [...articles].map(({ id }) => Number(id.slice("post-".length)));
}

/** Takes the words of a post out of the page at once, wherever they stand on it. */
export function blank(id: number): void {
  const article = articleOf(id);
  article?.querySelector("[data-post]")?.replaceChildren();
  article?.querySelector(".toc")?.remove();
  // What is opened beside it was taken from posts, too.
  for (const link of document.querySelectorAll(
    `.answers-room a[href$="/p/${id}"], .answers-room a[href$="#post-${id}"]`,
  ))
    (link.closest("li") ?? link).remove();
  for (const around of document.querySelectorAll(".quote-context")) {
    if (around.querySelector(`a[href$="/p/${id}"], a[href$="#post-${id}"]`))
      around.replaceChildren();
  }
}

/** What the page's head repeats of its posts for programs, which no reader of an open page needs. */
export function blankHead(): void {
  for (const data of document.head.querySelectorAll('script[type="application/ld+json"]'))
    data.remove();
}

/** Takes the quotes out of a post until the forum has said which of them are to be seen. */
export function blankQuotes(id: number): void {
  const quotes = articleOf(id)?.querySelectorAll<HTMLElement>(".prose > .quote") ?? [];
  for (const quote of quotes) {
    const words = document.createElement("p");
    words.className = "quote-source";
    words.textContent = "What is quoted here was changed.";
    quote.replaceChildren(words);
  }
}

/**
 * Asks for posts as they are now and puts them in the place of what is shown.
 *
 * @returns whether the forum answered
 */
export async function drawAnew(
  threadId: number,
  ids: readonly number[],
  order: PostOrder,
): Promise<boolean> {
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const asked = ids.slice(start, start + AT_ONCE);
    const posts = await fetchPosts(routes.postsAnew(threadId, asked, order));
    if (posts === null) return false;
    for (const id of asked) put(id, posts[id]);
  }
  tidy();
  return true;
}

async function fetchPosts(address: string): Promise<Record<number, string> | null> {
  const response = await fetch(address).catch(() => null);
  if (response?.status === 404) return {};
  const answer = response?.ok ? await response.json().catch(() => null) : null;
  return answer?.posts ?? null;
}

/** @param html unset where the post is not on this reader's page any more */
function put(id: number, html: string | undefined): void {
  const before = articleOf(id);
  if (before === null) return;
  if (html === undefined) {
    // A reply that is being written under it is not taken away.
    if (before.querySelector("#reply-in-place") === null) before.remove();
    else blank(id);
    return;
  }
  const after = new DOMParser().parseFromString(html, "text/html").querySelector("article");
  if (after === null) return;
  const reply = before.querySelector("#reply-in-place");
  const focused =
    before.contains(document.activeElement) && !reply?.contains(document.activeElement);
  const adopted = document.adoptNode(after);
  before.replaceWith(adopted);
  if (reply !== null) adopted.append(reply);
  if (focused) focus(adopted);
}

/** Where reading goes on, for the keyboard and for those who do not see it. */
export function focus(article: HTMLElement): void {
  article.tabIndex = -1;
  article.focus({ preventScroll: true });
}

/** Takes away branches in which nothing is left. */
function tidy(): void {
  const empty = ".replies:not(:has(article)), .branch:not(:has(article))";
  for (const element of document.querySelectorAll(empty)) element.remove();
}

/**
 * Puts the posts into the page that another state of it has and this one has not, each where it stands
 * there. What is shown already stays where it is.
 *
 * @returns the articles that were put in, in reading order
 */
export function mergeReplies(shown: Element, other: Element): HTMLElement[] {
  const added: HTMLElement[] = [];
  const merge = (into: Element, from: Element) => {
    let last: Element | null = null;
    for (const theirs of [...from.children]) {
      const id = idOf(theirs);
      if (id === null) continue;
      const mine = [...into.children].find((each) => idOf(each) === id) ?? null;
      if (mine === null) {
        const node = document.adoptNode(theirs);
        added.push(...articlesIn(node));
        if (last === null) firstPlace(into, node);
        else last.after(node);
        last = node;
        continue;
      }
      last = mine;
      const [inner, ours] = [repliesOf(theirs), repliesOf(mine)];
      if (inner === null) continue;
      if (ours !== null) merge(ours, inner);
      else {
        mine.append(document.adoptNode(inner));
        added.push(...articlesIn(inner));
      }
    }
  };
  merge(shown, other);
  return added;
}

/** Before the first post, behind whatever else stands above it. */
function firstPlace(into: Element, node: Element): void {
  const first = [...into.children].find((each) => idOf(each) !== null);
  if (first !== undefined) first.before(node);
  else into.append(node);
}

/** The post that a branch, or an article alone, is of. */
function idOf(element: Element): string | null {
  if (element.matches("article.post")) return element.id;
  return element.matches(".branch")
    ? (element.querySelector(":scope > article")?.id ?? null)
    : null;
}

function repliesOf(branch: Element): Element | null {
  return branch.querySelector(":scope > .replies");
}

function articlesIn(element: Element): HTMLElement[] {
  const inside = [...element.querySelectorAll<HTMLElement>("article.post")];
  return element instanceof HTMLElement && element.matches("article.post") ? [element] : inside;
}
