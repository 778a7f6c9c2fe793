/**
 * Source ids say where a thread or post comes from, so that an import knows what is here already.
 * What was written here has none stored; in an export it gets one that names this forum
 * (lib/transfer/forum.commands.ts), so that it can't be mistaken for a post of any other forum, and
 * that leads back to the same row when the export is imported here again.
 */

type Thing = "thread" | "post";

interface Row {
  id: number;
  sourceId: string | null;
}

/** The source id as an export states it. */
export function statedSourceId(forumId: string, thing: Thing, { id, sourceId }: Row): string {
  return sourceId ?? `rejoinder:${forumId}:${thing}:${id}`;
}

/** The id here that a source id of this very forum stands for; null for any other. */
export function nativeId(forumId: string, thing: Thing, sourceId: string): number | null {
  const prefix = `rejoinder:${forumId}:${thing}:`;
  const id = sourceId.startsWith(prefix) ? sourceId.slice(prefix.length) : "";
  return /^[1-9]\d{0,8}$/.test(id) ? Number(id) : null;
}
