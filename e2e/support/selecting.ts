import type { Locator, Page } from "@playwright/test";

/** Where words stand on the screen; `last` words may stand in another element than the `first`. */
async function placeOf(where: Locator, first: string, last: string) {
  return where.evaluate(
    (element, [from, to]) => {
      const textWith = (words: string) => {
        const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
          const start = texts.currentNode.textContent?.indexOf(words) ?? -1;
          if (start >= 0) return { node: texts.currentNode, start };
        }
        throw new Error(`"${words}" is not there.`);
      };
      const rectOf = (words: string) => {
        const { node, start } = textWith(words);
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, start + words.length);
        const rects = [...range.getClientRects()];
        return { begin: rects[0], end: rects.at(-1) };
      };
      textWith(from).node.parentElement?.scrollIntoView({ block: "center" });
      const { begin } = rectOf(from);
      const { end } = rectOf(to);
      if (!begin || !end) throw new Error("The words are not drawn.");
      const middle = (box: DOMRect) => (box.top + box.bottom) / 2;
      return {
        from: { x: begin.left + 0.5, y: middle(begin) },
        to: { x: end.right - 0.5, y: middle(end) },
      };
    },
    [first, last] as const,
  );
}

/** Selects with the mouse, as a person does: from the first character to the last. */
export async function dragOver(
  page: Page,
  where: Locator,
  first: string,
  last: string,
): Promise<void> {
  const { from, to } = await placeOf(where, first, last);
  // Pressed on words that are selected already, the mouse would carry those away.
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await page.mouse.move(to.x, to.y);
  await page.mouse.up();
}

/** Begins with a word and extends the selection with Shift and the arrow keys. */
export async function selectByKeys(page: Page, where: Locator, words: string): Promise<void> {
  const { from } = await placeOf(where, words, words);
  await page.mouse.dblclick(from.x + 3, from.y);
  const first = words.split(" ")[0] ?? "";
  for (let at = first.length; at < words.length; at += 1) {
    await page.keyboard.press("Shift+ArrowRight");
  }
}

/**
 * Selects as a long press does, and as its handles do that are dragged on step by step: there is no
 * mouse, the selection is simply there.
 */
export async function longPress(where: Locator, words: string): Promise<void> {
  await where.evaluate(async (element, wanted) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const node = texts.currentNode;
      const start = node.textContent?.indexOf(wanted) ?? -1;
      if (start < 0) continue;
      for (let length = 4; length <= wanted.length; length += 4) {
        const end = start + Math.min(length, wanted.length);
        getSelection()?.setBaseAndExtent(node, start, node, end);
        await new Promise((resolve) => setTimeout(resolve, 80));
      }
      getSelection()?.setBaseAndExtent(node, start, node, start + wanted.length);
      return;
    }
    throw new Error(`"${wanted}" is not there.`);
  }, words);
}
