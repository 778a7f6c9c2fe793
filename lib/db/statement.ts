import { createHash } from "node:crypto";

const names = new Map<string, string>();

/**
 * A name for a statement, so that PostgreSQL reads and plans it once for each connection. By its text:
 * each bundle has templates of its own, and they share connections.
 *
 * @param text of which there are few: what differs from call to call stands in its values
 */
export function statementName(text: string): string {
  const name = names.get(text) ?? createHash("sha256").update(text).digest("base64url");
  names.set(text, name);
  return name;
}
