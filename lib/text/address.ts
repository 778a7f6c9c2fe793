const ALLOWED = /^(?:https?:\/\/|mailto:|#|\/(?![/\\]))/i;

/**
 * The address a post may link to: http, https, mailto, a path of this forum or a place on the
 * page. Null for everything else (`javascript:`, `data:`, `file:`, relative paths, `//host`).
 */
export function safeAddress(url: string): string | null {
  return ALLOWED.test(url) ? url : null;
}

/** Whether an allowed address stays in the forum. */
export function isInForum(address: string): boolean {
  return address.startsWith("/") || address.startsWith("#");
}
