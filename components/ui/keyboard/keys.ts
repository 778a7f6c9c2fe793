/** The keys of one letter, with what they do. */
export const KEYS = [
  { key: "j", does: "next", words: "The next post, or thread of a list" },
  { key: "k", does: "previous", words: "The post before, or thread of a list" },
  { key: "p", does: "parent", words: "The post that this one answers" },
  { key: "n", does: "new", words: "The next new post; loads those that came meanwhile" },
  { key: "r", does: "reply", words: "Reply to the post" },
  { key: "q", does: "quote", words: "Quote the post, or the words that are selected" },
  { key: "u", does: "up", words: "Vote the post up; again, take the vote back" },
  { key: "d", does: "down", words: "Vote the post down; again, take the vote back" },
  { key: "/", does: "search", words: "Search" },
  { key: "?", does: "list", words: "This list" },
] as const;

export type KeyVerb = (typeof KEYS)[number]["does"];

/** What is asked of a key that was pressed. */
export interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  isComposing: boolean;
  defaultPrevented: boolean;
  /** It is held down. */
  repeat: boolean;
}

/** What a key that is held down goes on doing; what it does to a post, it does once. */
const GOES_ON: ReadonlySet<KeyVerb> = new Set(["next", "previous", "parent"]);

/** What a key means; null for every key with a modifier, and where somebody else has taken it already. */
export function verbOf(press: Press): KeyVerb | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  if (press.isComposing || press.defaultPrevented) return null;
  const verb = KEYS.find(({ key }) => key === press.key)?.does ?? null;
  return verb !== null && press.repeat && !GOES_ON.has(verb) ? null : verb;
}
