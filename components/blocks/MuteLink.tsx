import { routes } from "@/lib/routes";

/** Among what can be done with a thread, for who is signed in. */
export function MuteLink({ threadId }: { threadId: number }) {
  return <a href={routes.muteThread(threadId)}>Mute</a>;
}
