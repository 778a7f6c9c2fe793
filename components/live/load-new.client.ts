import { mergeReplies } from "@/components/live/merge.client";
import { routes } from "@/lib/routes";

/**
 * Puts the new posts of a thread into its page; where that has several pages, goes to the first of them.
 *
 * @param signal aborted when the page is not to be touched any more
 * @returns the articles that were added, in reading order
 * @throws when the forum did not answer
 */
export async function loadNew(ids: readonly number[], signal: AbortSignal): Promise<HTMLElement[]> {
  const section = document.querySelector<HTMLElement>(".thread-replies");
  const { thread, pages } = section?.dataset ?? {};
  if (section === null || thread === undefined) return [];
  const { pathname, search } = window.location;
  if (pages !== "1") {
    const first = Math.min(...ids);
    window.location.assign(routes.postInThread(Number(thread), first, { long: true }));
    return [];
  }
  const response = await fetch(pathname + search, { signal });
  if (!response.ok) throw new Error(`The thread was answered by ${response.status}.`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const other = page.querySelector<HTMLElement>(".thread-replies");
  if (other === null) throw new Error("The thread was answered by something else.");
  const head = other.querySelector(".thread-replies-head");
  // It says how many there are, and leads to the first that is new.
  if (head !== null)
    section.querySelector(".thread-replies-head")?.replaceWith(document.adoptNode(head));
  section.querySelector(":scope > .empty")?.remove();
  const added = mergeReplies(section, other);
  markFresh(added);
  return added;
}

/** For whom the forum does not remember what they have read, the page marks what came while it was open. */
export function markFresh(added: readonly HTMLElement[]): void {
  for (const article of added) {
    const head = article.querySelector(".post-head");
    if (head === null || head.querySelector("[data-fresh]") !== null) continue;
    const mark = document.createElement("span");
    mark.className = "fresh";
    mark.dataset.fresh = "";
    mark.textContent = "new";
    head.querySelector("nav")?.before(mark);
  }
}
