import { viewer } from "@/lib/auth";
import { countUnreadNotices } from "@/lib/notices/queries";

/** How many notices the viewer has not read: for pages that were open when one came. */
export async function GET(): Promise<Response> {
  const unread = await countUnreadNotices(await viewer());
  return Response.json({ unread }, { headers: { "cache-control": "no-store" } });
}
