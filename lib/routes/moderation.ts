import type { PostVerb, ThreadVerb } from "@/lib/moderation/verbs";
import { query } from "@/lib/routes/query";
import type { EverythingVerb, PersonVerb } from "@/lib/sanctions/verbs";

export type QueueOrder = "oldest" | "reported";

/** What moderators do, whom it concerns, and how everybody can follow it. */
export const moderationRoutes = {
  moderateThread: (id: number, verb: ThreadVerb) => `/t/${id}/moderate/${verb}`,
  /** What was done to a thread, for its moderators. */
  moderation: (threadId: number) => `/t/${threadId}/moderate`,
  moderatePost: (id: number, verb: PostVerb) => `/p/${id}/moderate/${verb}`,
  moderatePerson: (username: string, verb: PersonVerb | EverythingVerb) =>
    `/u/${encodeURIComponent(username)}/moderate/${verb}`,
  /** @param before only actions older than the one of this id */
  personRecord: (username: string, before?: number) =>
    `/u/${encodeURIComponent(username)}/record${query({ before })}`,
  /**
   * The statements of reasons that were made to the viewer.
   *
   * @param before only those before the one of this id
   */
  statements: (before?: number) => `/statements${query({ before })}`,
  statement: (id: number) => `/statements/${id}`,
  /** @param key opens it to whoever can't sign in (lib/statements/key.ts) */
  statementOf: (id: number, key?: string) => `/statements/${id}${query({ key })}`,
  reportPost: (id: number) => `/p/${id}/report`,
  /** The viewer's own reports. */
  ownReports: (before?: number) => `/reports${query({ before })}`,
  /** A receipt: by its secret token, or by the report's id for the member who made it. */
  receipt: (tokenOrId: string | number) => `/reports/${tokenOrId}`,
  queue: (order: QueueOrder = "oldest", after?: string) =>
    `/queue${query({ order: order === "oldest" ? undefined : order, after })}`,
  /** The queue again, with a word on the case that was just decided. */
  queueAfter: (caseId: number) => `/queue${query({ decided: caseId })}`,
  /** @param late somebody else decided first */
  reportCase: (id: number, late?: "late") => `/queue/${id}${query({ late: late && "yes" })}`,
  /** What automatic rules hold until a moderator has read it. */
  held: () => "/queue/held",
  heldPost: (postId: number) => `/queue/held/${postId}`,
  /** All that is held again, with a word on what was just decided. */
  heldAfter: (done: "approve" | "keep" | "late") => `/queue/held${query({ done })}`,
  appeals: () => "/appeals",
  /** @param late somebody else decided first */
  appeal: (id: number, late?: "late") => `/appeals/${id}${query({ late: late && "yes" })}`,
  newAppeal: (against: { action: number } | { case: number }) => `/appeals/new${query(against)}`,
  /** For whoever can't sign in any more: by the key of the statement that was made to them. */
  appealByKey: (statement: number, key: string) => `/appeals/new${query({ statement, key })}`,
  /** @param before only actions older than the one of this id */
  log: (before?: number) => `/modlog${query({ before })}`,
  /** One action, at the top of the page of the log that begins with it. */
  logEntry: (id: number) => `/modlog?before=${id + 1}#action-${id}`,
  boardLog: (slug: string, before?: number) =>
    `/b/${encodeURIComponent(slug)}/modlog${query({ before })}`,
  threadLog: (id: number, before?: number) => `/t/${id}/modlog${query({ before })}`,
  logFeed: () => "/modlog.atom",
  boardLogFeed: (slug: string) => `/b/${encodeURIComponent(slug)}/modlog.atom`,
  threadLogFeed: (id: number) => `/t/${id}/modlog.atom`,
  /** How much is reported and decided, month by month. */
  logNumbers: () => "/modlog/numbers",
  rules: () => "/rules",
};
