import type { PostOrder } from "@/lib/routes/debates";
import { query } from "@/lib/routes/query";

/** What is new for somebody, also while they read, and without a network. */
export const newsRoutes = {
  /** @param before only notices older than the one of this id */
  notices: (before?: number) => `/notices${query({ before })}`,
  /**
   * Leads to what a notice is about, and marks it as read.
   *
   * @param through with those of its line, of which this is the newest
   */
  notice: (id: number, through?: number) => `/notices/${id}${query({ through })}`,
  /** How many are not read, as data. */
  noticeCount: () => "/notices/count",
  /** @param done the choices were just saved */
  noticeSettings: (done?: "done") => `/settings/notices${query({ done: done && "yes" })}`,
  /** @param done a choice was just saved */
  watchThread: (id: number, done?: "done") => `/t/${id}/watch${query({ done: done && "yes" })}`,
  /**
   * The stream of what happens meanwhile.
   *
   * @param thread the one that is looked at, and the state (lib/live/cursor.ts) in which it is shown
   */
  live: (thread?: { id: number; since: string }) =>
    `/live${query({ thread: thread?.id, since: thread?.since })}`,
  /** Posts of a thread as they are now, for a page that shows them. */
  postsAnew: (threadId: number, ids: readonly number[], order: PostOrder) =>
    `/t/${threadId}/posts${query({ ids: ids.join(), sort: order === "best" ? undefined : order })}`,
  folds: (threadId: number) => `/t/${threadId}/folds`,
  serviceWorker: () => "/sw.js",
  /** What this browser keeps, and what is shown in the place of what it does not. */
  offline: () => "/offline",
  /** Takes a browser that is to be told; a GET answers the key that it needs. */
  pushDevices: () => "/push/devices",
  /** Which notices, of those that a device shows, are still to be shown. */
  pushStanding: (notices: readonly number[]) =>
    `/push/standing${query({ notices: notices.join() })}`,
};
