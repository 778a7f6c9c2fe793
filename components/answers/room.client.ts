/** Room under a paragraph for something that is no part of the post's text. */
export interface Room {
  host: HTMLElement;
  /** Makes it as high as what stands in it, and puts it where the paragraph is now. */
  resize: () => void;
  /** Gives the room back. */
  give: () => void;
}

let made = 0;

/** Between the paragraph and the panel, and between that and what follows (CSS pixels). */
const GAP_ABOVE = 8;
const GAP_BELOW = 18;

/**
 * Makes room under the block that an element of a post's text stands in. The panel itself stands
 * outside of the text, behind it in the document: what is selected, copied or quoted from the post
 * never holds a word of it. On the page it fills the space that the block leaves under itself.
 *
 * @returns null where the element is in no text of a post
 */
export function makeRoom(inside: Element): Room | null {
  const text = inside.closest<HTMLElement>("[data-post]");
  const block = blockOf(inside);
  if (text === null || block === null) return null;
  made += 1;
  const host = document.createElement("div");
  host.id = `answers-in-place-${made}`;
  host.className = "answers-room";
  text.after(host);
  const resize = () => {
    const frame = host.offsetParent?.getBoundingClientRect();
    if (frame === undefined) return;
    // First the space, since it moves nothing above itself.
    const below = Math.max(GAP_BELOW, spaceAbove(block.nextElementSibling));
    block.style.marginBottom = `${GAP_ABOVE + host.offsetHeight + below}px`;
    const column = text.getBoundingClientRect();
    host.style.left = `${column.left - frame.left}px`;
    host.style.width = `${column.width}px`;
    host.style.top = `${block.getBoundingClientRect().bottom - frame.top + GAP_ABOVE}px`;
  };
  const observer = new ResizeObserver(resize);
  observer.observe(host);
  observer.observe(text);
  resize();
  return {
    host,
    resize,
    give: () => {
      observer.disconnect();
      block.style.removeProperty("margin-bottom");
      host.remove();
    },
  };
}

/** Margins collapse: what follows would lose its own in the room that is made. */
function spaceAbove(next: Element | null): number {
  return next === null ? 0 : Number.parseFloat(getComputedStyle(next).marginTop) || 0;
}

/** The list item, or else the paragraph, table or code block of the post's own text. */
function blockOf(inside: Element): HTMLElement | null {
  const own = inside.closest(".own");
  if (own === null) return null;
  const item = inside.closest<HTMLElement>("li");
  if (item !== null && own.contains(item)) return item;
  let block: Element | null = inside;
  while (block !== null && block.parentElement !== own) block = block.parentElement;
  return block instanceof HTMLElement ? block : null;
}
