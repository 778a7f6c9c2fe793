import { z } from "zod";
import { parseId } from "@/lib/schema";

const pixels = z.coerce.number().int().min(1).max(10_000).optional().catch(undefined);

/** What an oEmbed consumer asks for (https://oembed.com, 2.2). */
export const oembedQuery = z.object({
  url: z.url("Say which address is meant: ?url=…").max(2_000),
  format: z.string().default("json"),
  maxwidth: pixels,
  maxheight: pixels,
});

/** A thread or a post, by its address; null for an address of anything else, or of another site. */
export function parseEmbeddable(
  url: string,
  origin: string,
): { thread: number } | { post: number } | null {
  const address = new URL(url);
  // A page that is reached by HTTP and by HTTPS is one.
  if (address.host !== new URL(origin).host) return null;
  const [, kind, number, rest] = address.pathname.split("/");
  const id = parseId(number);
  if (id === null || rest !== undefined) return null;
  if (kind === "p") return { post: id };
  const inThread = /^#post-(\d+)$/.exec(address.hash);
  const post = inThread === null ? null : parseId(inThread[1]);
  if (kind === "t") return post === null ? { thread: id } : { post };
  return null;
}
