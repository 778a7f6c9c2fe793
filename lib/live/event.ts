/** The channel on which the database wakes web processes: lib/live/commands.ts and triggers use it. */
export const CHANNEL = "rejoinder_live";

/** What is said to the open pages of one person, beside what happens in the thread they look at. */
export type PersonalEvent = "notices";

/** What wakes a web process: changes to be read, or a word for one person's streams. */
export type Wake = { about: "changes" } | { about: "person"; userId: number; event: string };

/** @param payload of a notification on the channel; null where it is none of ours */
export function parseWake(payload: string | undefined): Wake | null {
  if (payload === "changes") return { about: "changes" };
  const [, userId, event] = /^([1-9]\d{0,9}) ([a-z]{1,20})$/.exec(payload ?? "") ?? [];
  if (userId === undefined || event === undefined) return null;
  return { about: "person", userId: Number(userId), event };
}

/** The event by which a stream of somebody who is signed in no longer says that it ends for good. */
export const ENDED = "ended";

/** The event that says that the thread is not there, or no more, for whoever asks. */
export const GONE = "gone";

/** The event that says that too much happened to be told: the page asks for all that it shows. */
export const STALE = "stale";

/**
 * An event as it stands in a stream (HTML, "Server-sent events").
 *
 * @param id where a browser that comes back wants to go on; unset, it keeps the last
 * @param data in one line
 */
export function eventText(name: string, data: string, id?: string): string {
  return `${id === undefined ? "" : `id: ${id}\n`}event: ${name}\ndata: ${data}\n\n`;
}
