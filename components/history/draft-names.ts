import { routes } from "@/lib/routes";

/** What a draft is of, and where it is written on. */
export interface DraftPlace {
  what: string;
  href: string;
}

/** What the names of all drafts in a browser begin with (components/composer/draft.client.ts). */
export const DRAFT = "draft:";

/**
 * What a draft kept in this browser is of; null for what is none of this person's.
 *
 * @param name as it stands in the browser's storage: "draft:7:reply:12"
 */
export function draftPlace(name: string, userId: number): DraftPlace | null {
  const own = `${DRAFT}${userId}:`;
  if (!name.startsWith(own)) return null;
  const [kind, id] = name.slice(own.length).split(":");
  if (kind === "thread") return { what: "A new thread", href: routes.newThread() };
  if (id === undefined || !/^[1-9]\d{0,9}$/.test(id)) return null;
  if (kind === "reply") return { what: `An answer to post ${id}`, href: routes.reply(Number(id)) };
  if (kind === "edit") return { what: `An edit of post ${id}`, href: routes.edit(Number(id)) };
  return null;
}

/** What was typed, from what the storage holds; empty where it can't be read. */
export function draftText(stored: string | null): string {
  try {
    const saved: unknown = JSON.parse(stored ?? "null");
    if (typeof saved !== "object" || saved === null) return "";
    const { title, text } = saved as { title?: unknown; text?: unknown };
    return [title, text].filter((each) => typeof each === "string" && each !== "").join(": ");
  } catch {
    return "";
  }
}
