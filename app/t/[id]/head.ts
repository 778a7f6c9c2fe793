import { headers } from "next/headers";
import { env } from "@/lib/env";
import { originOf } from "@/lib/http/origin";
import type { Viewer } from "@/lib/policy/viewer";
import { headOf } from "@/lib/sharing/head";
import { dataBlock, structuredThread } from "@/lib/sharing/structured";
import type { ThreadView } from "@/lib/threads/view";

/** What the page of a thread says to programs, for its head; the text itself as data is for those alone. */
export async function sharedHead(viewer: Viewer, thread: ThreadView): Promise<string> {
  // Programs bring no session.
  if (viewer.signedIn) return "";
  const origin = originOf(await headers());
  const place = { origin, forum: env().REJOINDER_NAME, page: thread.paging.page };
  return headOf(thread, place) + dataBlock(structuredThread(thread, origin));
}
