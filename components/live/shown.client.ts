/** The article of a post, if it is on the page. */
export function articleOf(id: number): HTMLElement | null {
  return document.getElementById(`post-${id}`);
}

/** The ids of all posts on the page. */
export function shownIds(): number[] {
  const articles = document.querySelectorAll("article[id^=post-]");
  return [...articles].map(({ id }) => Number(id.slice("post-".length)));
}

/** Where reading goes on, for the keyboard and for those who do not see it. */
export function focus(article: HTMLElement): void {
  article.tabIndex = -1;
  article.focus({ preventScroll: true });
}
