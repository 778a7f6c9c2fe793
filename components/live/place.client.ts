import { routes } from "@/lib/routes";

// Where somebody was in a page, by post and not by pixels: posts that are not seen have no height yet,
// so the browser's own memory of pixels leads astray.

interface Place {
  post: number;
  /** How far its top was below the window's (CSS pixels; negative when it was above). */
  offset: number;
}

const name = () => `place:${window.location.pathname}${window.location.search}`;

/** Writes down the post at the top of the window, while the page is left. */
export function keepPlace(): void {
  const article = articleAtTop();
  const place = article && {
    post: Number(article.id.slice("post-".length)),
    offset: Math.round(article.getBoundingClientRect().top),
  };
  try {
    if (window.scrollY === 0 || place === null) sessionStorage.removeItem(name());
    else sessionStorage.setItem(name(), JSON.stringify(place));
  } catch {
    // Storage is forbidden: the browser's own memory has to do.
  }
}

/** Whether this page was come back to, by Back or a reload. */
export function isReturn(): boolean {
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return entry?.type === "reload" || entry?.type === "back_forward";
}

/** Goes back to where somebody was. */
export function restorePlace(threadId: number): void {
  const place = readPlace();
  if (place === null) return;
  window.history.scrollRestoration = "manual";
  const article = document.getElementById(`post-${place.post}`);
  if (article === null) {
    // It was on another page of the thread, put under this one since.
    const more = document.querySelector("[data-thread]:not([data-pages='1'])");
    if (more !== null)
      window.location.replace(routes.postInThread(threadId, place.post, { long: true }));
    return;
  }
  // What stands above gets its height while it is passed, so once is not enough.
  let tries = 0;
  const settle = () => {
    const distance = article.getBoundingClientRect().top - place.offset;
    if (Math.abs(distance) > 1) window.scrollBy({ top: distance, behavior: "instant" });
    tries += 1;
    if (tries < 5) requestAnimationFrame(settle);
  };
  settle();
}

function readPlace(): Place | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(name()) ?? "null");
    return Number.isInteger(kept?.post) && Number.isFinite(kept?.offset) ? kept : null;
  } catch {
    return null;
  }
}

/** The last post that begins at the window's top edge or above. */
export function articleAtTop(): HTMLElement | null {
  const articles = [...document.querySelectorAll<HTMLElement>("article[id^=post-]")];
  let found: HTMLElement | null = null;
  for (const article of articles) {
    const { top, height } = article.getBoundingClientRect();
    if (height === 0) continue;
    if (top > 12) return found ?? article;
    found = article;
  }
  return found;
}
