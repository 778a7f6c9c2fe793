/** The text of a post's own runs as the page shows it, without its quotes: what can be quoted. */
export function ownTextOf(postId: string): string {
  const runs = document.querySelectorAll<HTMLElement>(`[data-post="${CSS.escape(postId)}"] > .own`);
  return [...runs].map((run) => run.innerText.trim()).join("\n\n");
}
