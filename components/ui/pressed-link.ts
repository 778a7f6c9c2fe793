/**
 * The link of a kind that a click pressed; null for a click elsewhere, or one that opens a tab or a
 * window, which is the browser's affair.
 */
export function pressedLink(event: MouseEvent, selector: string): HTMLAnchorElement | null {
  const { button, ctrlKey, metaKey, shiftKey, altKey, target } = event;
  const plain = button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;
  return plain && target instanceof Element ? target.closest<HTMLAnchorElement>(selector) : null;
}
