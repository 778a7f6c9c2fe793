import type { KeyVerb } from "@/components/ui/keyboard/keys";

// What the keys do to the page that is shown. They press what is there to be pressed, so they can do
// nothing that its reader may not.

/** How far from the top edge of the window a post still counts as being at it (CSS pixels). */
const AT_TOP = 12;

/** @returns what to tell the person where there is nothing to go to; undefined where the key is not for this page */
export function move(verb: Exclude<KeyVerb, "list">): string | undefined {
  if (verb === "next" || verb === "previous") return step(verb);
  if (verb === "new") return toNew();
  if (verb === "search") return toSearch();
  const post = currentPost();
  if (post === null) return undefined;
  if (verb === "parent") return toParent(post);
  return press(post, BUTTONS[verb]);
}

const BUTTONS = {
  reply: "a[data-reply]",
  quote: "a[data-quote]",
  up: "button.vote[aria-label=Upvote]",
  down: "button.vote[aria-label=Downvote]",
} as const;

function press(post: HTMLElement, selector: string): string | undefined {
  // Words that are selected in the post have a button of their own.
  const selected = selector === BUTTONS.quote ? ".selection-bar button" : null;
  const button =
    (selected && document.querySelector<HTMLElement>(selected)) ||
    post.querySelector<HTMLElement>(selector);
  if (button === null) return undefined;
  button.click();
  return "";
}

/** Posts, or threads of a list, that are not folded away. */
function items(): HTMLElement[] {
  const posts = document.querySelectorAll<HTMLElement>("main article[id^=post-]");
  const all = posts.length > 0 ? posts : document.querySelectorAll<HTMLElement>(".thread-line");
  return [...all].filter(isShown);
}

const isShown = (element: Element) => element.getClientRects().length > 0;

function focused(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>("article[id^=post-], .thread-line") ?? null;
}

/** The post with the focus, or else the one at the top of the window. */
function currentPost(): HTMLElement | null {
  const post = focused();
  if (post !== null) return post;
  const all = items();
  const below = all.findIndex((item) => item.getBoundingClientRect().top > AT_TOP);
  return all[below === -1 ? all.length - 1 : Math.max(0, below - 1)] ?? null;
}

function step(verb: "next" | "previous"): string | undefined {
  const all = items();
  if (all.length === 0) return undefined;
  const at = all.indexOf(focused() ?? document.body);
  const top = (item: HTMLElement) => item.getBoundingClientRect().top;
  if (verb === "next") {
    const next = at === -1 ? all.find((item) => top(item) >= -1) : all[at + 1];
    return next === undefined ? "This is the last one." : go(next);
  }
  const previous = at === -1 ? all.findLast((item) => top(item) < -1) : all[at - 1];
  return previous === undefined ? "This is the first one." : go(previous);
}

function go(item: HTMLElement): string {
  const isPost = item.localName === "article";
  item.scrollIntoView({ block: isPost ? "start" : "nearest" });
  const link = isPost ? null : item.querySelector<HTMLElement>(".thread-line-title a");
  if (link === null) item.tabIndex = -1;
  (link ?? item).focus({ preventScroll: true });
  return "";
}

function toParent(post: HTMLElement): string | undefined {
  const way = post.querySelector<HTMLAnchorElement>("a[data-way=parent], a[data-way=root]");
  if (way === null) return undefined;
  const target = way.hash === "" ? null : document.getElementById(way.hash.slice(1));
  if (target !== null && way.pathname === window.location.pathname) return go(target);
  window.location.assign(way.href);
  return "";
}

function toNew(): string | undefined {
  const load = document.querySelector<HTMLButtonElement>("[data-load-new]");
  if (load !== null) {
    load.click();
    return "";
  }
  if (document.querySelector("[data-thread]") === null) return undefined;
  const all = items();
  const current = focused();
  const from = current === null ? -1 : all.indexOf(current);
  const next = all.slice(from + 1).find((item) => item.querySelector("[data-fresh]") !== null);
  return next === undefined ? "Nothing new below." : go(next);
}

/** The field for it, or on narrow screens, which have no room for one, the link to it. */
function toSearch(): string | undefined {
  const field = visible<HTMLInputElement>("input[type=search]");
  const link = visible<HTMLAnchorElement>("a[data-search]");
  if (field !== undefined) field.focus();
  else if (link !== undefined) link.click();
  else return undefined;
  return "";
}

function visible<Found extends HTMLElement>(selector: string): Found | undefined {
  return [...document.querySelectorAll<Found>(selector)].find(isShown);
}
