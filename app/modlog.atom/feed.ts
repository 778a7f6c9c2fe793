import { answer } from "@/app/feed.atom/answer";
import { env } from "@/lib/env";
import { originOf } from "@/lib/http/origin";
import type { LogScope } from "@/lib/modlog/entry";
import { atomFeed } from "@/lib/modlog/feed";
import { readLog } from "@/lib/modlog/queries";
import { SIGNED_OUT } from "@/lib/policy/viewer";

/**
 * The newest actions as an Atom feed, for everybody as for who is signed out: programs that read feeds
 * bring no session. Who has this version already is told so (304).
 */
export async function logFeed(
  request: Request,
  scope: LogScope,
  { title, address, page }: { title: string; address: string; page: string },
): Promise<Response> {
  const { entries } = await readLog(SIGNED_OUT, scope);
  const author = env().REJOINDER_NAME;
  const origin = originOf(request.headers);
  const body = atomFeed({ origin, address, page, title: `${title} · ${author}`, author, entries });
  return answer(request, { body, newest: entries[0]?.at ?? null }, { open: true });
}
