import { routes } from "@/lib/routes";

/** Among what can be done with a thread, for who is signed in. */
export function WatchLink({ threadId }: { threadId: number }) {
  return <a href={routes.watchThread(threadId)}>Watch</a>;
}
