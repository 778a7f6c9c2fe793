/** The branch that a press on its toggle folds or opens; null for a press elsewhere. */
export function foldOf(target: EventTarget | null): { postId: number; folded: boolean } | null {
  const toggle = target instanceof Element ? target.closest(".post-toggle") : null;
  const details = toggle?.closest<HTMLDetailsElement>(".post-fold");
  const id = Number(details?.closest("article")?.id.replace("post-", ""));
  if (!details || !Number.isInteger(id)) return null;
  // The browser turns it after this event.
  return { postId: id, folded: details.open };
}
