/** The article of a post, if it is on the page. */
export function articleOf(id: number): HTMLElement | null {
  return document.getElementById(`post-${id}`);
}

/** The ids of all posts on the page. */
export function shownIds(): number[] {
  const articles = document.querySelectorAll("article[id^=post-]");
  return [...articles].map(({ id }) => Number(id.slice("post-".length)));
}
