import type { NoticeReason, PostNotice } from "@/lib/notices/notice";

/** What somebody did, by why the reader is told of it. */
const DID: Record<Exclude<NoticeReason, "watch">, string> = {
  reply: "answered",
  quote: "quoted",
  mention: "mentioned",
};

/** Names in a row: "ada", "ada and ben", "ada and 3 others". */
export function namesInWords(names: readonly string[]): string {
  const [first = "Somebody", second, ...others] = [...new Set(names)];
  if (second === undefined) return first;
  return others.length === 0
    ? `${first} and ${second}`
    : `${first} and ${others.length + 1} others`;
}

/**
 * What was done in a thread, to stand before "in" and its title, and behind it: "ada and 3 others answered
 * you", "ada wrote", or, where not all of it was about the reader, "ada and ben wrote" and ", and quoted you".
 */
export function postsInWords(posts: readonly Pick<PostNotice, "author" | "reasons">[]): {
  before: string;
  after: string;
} {
  const names = namesInWords(posts.map(({ author }) => author));
  const done = deedsIn(posts.flatMap(({ reasons }) => reasons));
  if (done === null) return { before: `${names} wrote`, after: "" };
  const all = posts.every(({ reasons }) => deedsIn(reasons) !== null);
  return all
    ? { before: `${names} ${done} you`, after: "" }
    : { before: `${names} wrote`, after: `, and ${done} you` };
}

/** "answered, quoted and mentioned"; null for nothing but a post in a watched thread. */
function deedsIn(reasons: readonly NoticeReason[]): string | null {
  const told = new Set(reasons);
  const deeds = Object.entries(DID).flatMap(([reason, did]) =>
    told.has(reason as NoticeReason) ? [did] : [],
  );
  const last = deeds.pop();
  if (last === undefined) return null;
  return deeds.length === 0 ? last : `${deeds.join(", ")} and ${last}`;
}
