// Posts that are far from what is seen are not laid out (thread.css) and stand there with a height that
// is guessed: whoever leaps to one would see its neighbours jump when they get their real heights.
// Here they are told their heights before. They are measured as copies, out of sight: of a post that
// was itself laid out ahead, every later frame would cost more, and Chromium would take it for moving.

/** So many posts behind those that are laid out are measured: a dozen screens. */
const AHEAD = 60;

/** So many are measured together: a hand that comes meanwhile waits for them. */
const AT_ONCE = 6;

/**
 * Measures the posts that come next while the browser has nothing else to do. Those above are left as
 * they are, for they would move what is read.
 *
 * @returns stops that
 */
export function measureAhead(): () => void {
  // Safari cannot tell when a page is idle; there, posts get their heights when they come near.
  if (typeof requestIdleCallback !== "function") return () => {};
  let known = new WeakSet<Element>();
  let heights: [HTMLElement, number][] = [];
  let { innerWidth } = window;
  let asked = 0;

  const ask = () => {
    if (asked === 0) asked = requestIdleCallback(step);
  };
  const step = () => {
    asked = 0;
    const posts = nextPosts().filter((post) => !known.has(post));
    const taken = posts.slice(0, AT_ONCE);
    for (const post of taken) known.add(post);
    heights.push(...measured(taken));
    if (taken.length < posts.length) return ask();
    // All in one frame.
    for (const [post, height] of heights) post.style.containIntrinsicHeight = `auto ${height}px`;
    heights = [];
  };
  const onResize = () => {
    // A phone's bars that come and go change nothing.
    if (innerWidth === window.innerWidth) return;
    innerWidth = window.innerWidth;
    [known, heights] = [new WeakSet(), []];
    ask();
  };

  ask();
  // When other posts come near: by scrolling, by folding, or because they are new.
  document.addEventListener("contentvisibilityautostatechange", ask, true);
  window.addEventListener("resize", onResize);
  return () => {
    cancelIdleCallback(asked);
    document.removeEventListener("contentvisibilityautostatechange", ask, true);
    window.removeEventListener("resize", onResize);
  };
}

/** Some posts behind those that are laid out. */
function nextPosts(): HTMLElement[] {
  const posts = document.querySelectorAll<HTMLElement>(".post");
  const next: HTMLElement[] = [];
  let reached = false;
  for (const post of posts) {
    if (next.length === AHEAD) break;
    if (isLaidOut(post)) reached = true;
    // Those of a folded branch are nowhere.
    else if (reached && post.checkVisibility()) next.push(post);
  }
  return next;
}

/** Its head is drawn, and all of it with that. */
function isLaidOut(post: Element): boolean {
  return post.firstElementChild?.checkVisibility({ contentVisibilityAuto: true }) ?? false;
}

/** How high what is in each post would be, without its padding; CSS pixels. */
function measured(posts: readonly HTMLElement[]): [HTMLElement, number][] {
  const [first] = posts;
  if (first === undefined) return [];
  const place = document.createElement("div");
  place.className = "post-measuring";
  const copies = posts.map((post) => {
    const copy = post.cloneNode(true) as HTMLElement;
    copy.style.width = `${post.getBoundingClientRect().width}px`;
    return copy;
  });
  place.append(...copies);
  first.closest(".thread-replies")?.append(place);
  const { paddingTop, paddingBottom } = getComputedStyle(first);
  const padding = Number.parseFloat(paddingTop) + Number.parseFloat(paddingBottom);
  const heights = copies.map((copy) => copy.getBoundingClientRect().height - padding);
  place.remove();
  return posts.map((post, index) => [post, heights[index] ?? 0]);
}
