/**
 * Puts the posts into the page that another state of it has and this one has not, each where it stands
 * there. What is shown already stays where it is.
 *
 * @returns the articles that were put in, in reading order
 */
export function mergeReplies(shown: Element, other: Element): HTMLElement[] {
  const added: HTMLElement[] = [];
  const merge = (into: Element, from: Element) => {
    let last: Element | null = null;
    for (const theirs of [...from.children]) {
      const id = idOf(theirs);
      if (id === null) continue;
      const mine = [...into.children].find((each) => idOf(each) === id) ?? null;
      if (mine === null) {
        const node = document.adoptNode(theirs);
        added.push(...articlesIn(node));
        if (last === null) firstPlace(into, node);
        else last.after(node);
        last = node;
        continue;
      }
      last = mine;
      const [inner, ours] = [repliesOf(theirs), repliesOf(mine)];
      if (inner === null) continue;
      if (ours !== null) merge(ours, inner);
      else {
        mine.append(document.adoptNode(inner));
        added.push(...articlesIn(inner));
      }
    }
  };
  merge(shown, other);
  return added;
}

/** Before the first post, behind whatever else stands above it. */
function firstPlace(into: Element, node: Element): void {
  const first = [...into.children].find((each) => idOf(each) !== null);
  if (first !== undefined) first.before(node);
  else into.append(node);
}

/** The post that a branch, or an article alone, is of. */
function idOf(element: Element): string | null {
  if (element.matches("article.post")) return element.id;
  return element.matches(".branch")
    ? (element.querySelector(":scope > article")?.id ?? null)
    : null;
}

function repliesOf(branch: Element): Element | null {
  return branch.querySelector(":scope > .replies");
}

function articlesIn(element: Element): HTMLElement[] {
  const inside = [...element.querySelectorAll<HTMLElement>("article.post")];
  return element instanceof HTMLElement && element.matches("article.post") ? [element] : inside;
}
