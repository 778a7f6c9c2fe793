import { z } from "zod";
import { markdownFromHtml } from "@/lib/transfer/html";

/**
 * One item of the Hacker News search API (https://hn.algolia.com/api): replies nested under
 * `children`, text as HTML, and neither text nor author where it was deleted.
 * `points` are left aside: a score here is the sum of votes that can be counted.
 */
const itemSchema = z.object({
  id: z.union([z.number().int(), z.string().min(1)]),
  created_at: z.string(),
  author: z.string().nullish(),
  title: z.string().nullish(),
  url: z.string().nullish(),
  text: z.string().nullish(),
  children: z.array(z.unknown()),
});

type Item = z.infer<typeof itemSchema>;

/** Whether a value is meant to be such an item, well-formed or not. */
export function isHackerNewsItem(value: unknown): boolean {
  return typeof value === "object" && value !== null && "children" in value && !("posts" in value);
}

/**
 * An item as a thread in the form of lib/transfer/schema.ts, which checks the rest. Deleted comments
 * stay where something stands under them. An item that is a comment has no title, and is refused
 * for that. Not recursive: some threads are a thousand replies deep.
 */
export function threadOfItem(value: unknown): unknown {
  const root = itemSchema.parse(value);
  const posts: HackerNewsPost[] = [];
  const stack: { item: Item; parent: string | null }[] = [{ item: root, parent: null }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { item, parent } = next;
    const id = `hn-${item.id}`;
    posts.push(postOf(id, parent, item, posts.length === 0));
    const children = item.children.map((child) => itemSchema.parse(child));
    stack.push(...children.reverse().map((child) => ({ item: child, parent: id })));
  }
  return {
    id: `hn-${root.id}`,
    title: root.title ?? "",
    url: root.url || null,
    posts: withoutEmptyLeaves(posts),
  };
}

interface HackerNewsPost {
  id: string;
  parent: string | null;
  author: string | null;
  createdAt: string;
  body: string;
  state: "open" | "deleted";
}

function postOf(id: string, parent: string | null, item: Item, opening: boolean): HackerNewsPost {
  const text = item.text ?? "";
  const isDeleted = !item.author || (text === "" && !opening);
  return {
    id,
    parent,
    author: isDeleted ? null : (item.author ?? null),
    createdAt: item.created_at,
    body: isDeleted ? "" : markdownFromHtml(text),
    state: isDeleted ? "deleted" : "open",
  };
}

/** Parents come before their children, so one walk from the end sees every leaf first. */
function withoutEmptyLeaves(posts: readonly HackerNewsPost[]): HackerNewsPost[] {
  const needed = new Set<string>();
  return posts
    .toReversed()
    .filter(({ id, parent, state }) => {
      const stays = state === "open" || needed.has(id) || parent === null;
      if (stays && parent !== null) needed.add(parent);
      return stays;
    })
    .toReversed();
}
