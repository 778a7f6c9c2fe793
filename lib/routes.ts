import type { PostVerb, ThreadVerb } from "@/lib/moderation/verbs";
import type { EverythingVerb, PersonVerb } from "@/lib/sanctions/verbs";

/** Every address of the forum, so that no page spells one by hand. */
export type ThreadOrder = "hot" | "new" | "top" | "active";
export type PostOrder = "best" | "new" | "old";
export type PointsOrder = "reading" | "most";

export type QueueOrder = "oldest" | "reported";
export type ModerationVerb = "hide" | "unhide" | "lock" | "unlock";

const query = (values: Record<string, string | number | undefined>) => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) search.set(name, String(value));
  }
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
};

const pointsQuery = (order?: PointsOrder, page?: number) =>
  query({ order: order === "reading" ? undefined : order, page: page === 1 ? undefined : page });

export const routes = {
  front: (order: ThreadOrder = "hot", after?: string) =>
    `${order === "hot" ? "/" : `/${order}`}${query({ after })}`,
  boards: () => "/boards",
  board: (slug: string, order: ThreadOrder = "hot", after?: string) =>
    `/b/${encodeURIComponent(slug)}${order === "hot" ? "" : `/${order}`}${query({ after })}`,
  newThread: (boardSlug?: string) => `/new-thread${query({ board: boardSlug })}`,

  /** @param page of a long thread, from 1 */
  thread: (id: number, order: PostOrder = "best", page = 1) =>
    `/t/${id}${query({ sort: order === "best" ? undefined : order, page: page === 1 ? undefined : page })}`,
  /** For who has found out where a post is; everybody else takes its permalink, which finds out. */
  postInThread: (threadId: number, postId: number, { long }: { long: boolean }) =>
    `/t/${threadId}${query({ at: long ? postId : undefined })}#post-${postId}`,
  /** Leads to the characters that a quote was taken from, marked; by the quote's identity. */
  passage: (threadId: number, quote: number) => `/t/${threadId}?quote=${quote}#passage`,
  /** A thread seen from its opening post: each passage with its answers. */
  threadPoints: (id: number, order?: PointsOrder, page?: number) =>
    `/t/${id}/points${pointsQuery(order, page)}`,
  /** Who quotes whom; of one person alone, if one is named. */
  quoteGraph: (threadId: number, personId?: number) =>
    `/t/${threadId}/graph${query({ person: personId })}`,
  moderateThread: (id: number, verb: ThreadVerb) => `/t/${id}/moderate/${verb}`,

  /** What was done to a thread, for its moderators. */
  moderation: (threadId: number) => `/t/${threadId}/moderate`,

  post: (id: number) => `/p/${id}`,
  postPoints: (id: number, order?: PointsOrder, page?: number) =>
    `/p/${id}/points${pointsQuery(order, page)}`,
  /** The answers to one passage, among those to the others: code points of the post's own text. */
  answers: (id: number, start: number, end: number) =>
    `/p/${id}/points?at=${start}-${end}#a-${start}-${end}`,
  /** All the answers to one passage, where they are many. */
  allAnswers: (id: number, start: number, end: number) => `/p/${id}/points?only=${start}-${end}`,
  /** The same answers as data, for a page that shows them in place. */
  answersData: (id: number, start: number, end: number) =>
    `/p/${id}/answers${query({ start, end })}`,
  /** A post's quotes as W3C Web Annotations. */
  annotations: (id: number) => `/p/${id}.jsonld`,
  /** A quote with the words around its passage. */
  quote: (identity: number) => `/q/${identity}`,
  quoteContext: (identity: number) => `/q/${identity}/context`,
  /**
   * The viewer's own quotes whose source was edited since.
   *
   * @param done what was just done: a quote left as it is, or one quoted anew in the post of this id
   */
  changedQuotes: (done?: "left" | number) => `/quotes${query({ done })}`,
  /** @param layout "points" lays the post out as quotes, to be answered point by point */
  reply: (id: number, layout?: "points") => `/p/${id}/reply${query({ layout })}`,
  edit: (id: number) => `/p/${id}/edit`,
  deletePost: (id: number) => `/p/${id}/delete`,
  /** @param before only versions older than the one of this number */
  history: (id: number, before?: number) => `/p/${id}/history${query({ before })}`,
  moderatePost: (id: number, verb: PostVerb) => `/p/${id}/moderate/${verb}`,
  vote: () => "/vote",
  preview: () => "/preview",

  /**
   * The statements of reasons that were made to the viewer.
   *
   * @param before only those before the one of this id
   */
  statements: (before?: number) => `/statements${query({ before })}`,
  statement: (id: number) => `/statements/${id}`,

  person: (username: string) => `/u/${encodeURIComponent(username)}`,
  signUp: (next?: string) => `/sign-up${query({ next })}`,
  signIn: (next?: string) => `/sign-in${query({ next })}`,
  /** Signs out by POST; a GET leads to the page that asks. */
  signOut: () => "/sign-out",
  confirmSignOut: () => "/sign-out/confirm",
  settings: () => "/settings",
  setUp: (code?: string) => `/setup${query({ code })}`,
  admin: () => "/admin",
  newBoard: () => "/admin/boards/new",
  adminBoard: (id: number) => `/admin/boards/${id}`,

  // The public log of moderation, and the rules.
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
  adminRules: () => "/admin/rules",
  adminRule: (id: number) => `/admin/rules/${id}`,

  // What is done to people, and how readers defend themselves.
  moderatePerson: (username: string, verb: PersonVerb | EverythingVerb) =>
    `/u/${encodeURIComponent(username)}/moderate/${verb}`,
  /** @param before only actions older than the one of this id */
  personRecord: (username: string, before?: number) =>
    `/u/${encodeURIComponent(username)}/record${query({ before })}`,
  /** @param key opens it to whoever can't sign in (lib/statements/key.ts) */
  statementOf: (id: number, key?: string) => `/statements/${id}${query({ key })}`,
  muteThread: (id: number) => `/t/${id}/mute`,

  // Reports, the queue, and appeals.
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
  newAppeal: (against: { action: number } | { case: number }) => `/appeals/new${query(against)}`,
  /** For whoever can't sign in any more: by the key of the statement that was made to them. */
  appealByKey: (statement: number, key: string) => `/appeals/new${query({ statement, key })}`,
  /** @param late somebody else decided first */
  appeal: (id: number, late?: "late") => `/appeals/${id}${query({ late: late && "yes" })}`,

  // What is new for somebody, and how much of a thread they are told.
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

  // Search.
  /** @param order by relevance if it is left out */
  search: (q?: string, order?: "newest", after?: string) => `/search${query({ q, order, after })}`,
  /** @param rename with the form that gives the one of this id another name */
  savedSearches: (rename?: number) => `/settings/searches${query({ rename })}`,

  // Mail, and what its links lead to.
  mailSettings: () => "/settings/mail",
  addressConfirmed: () => "/confirm-address?done=yes",
  confirmAddress: (token: string) => `/confirm-address${query({ token })}`,
  /** @param sent what was asked for is on its way, if there is where to send it */
  forgotPassword: (sent?: "yes") => `/forgot-password${query({ sent })}`,
  /** Where somebody with a new password signs in. */
  signInAfterReset: () => "/sign-in?done=reset",
  resetPassword: (token: string) => `/reset-password${query({ token })}`,
  /** Asks for a link that signs in. */
  signInByMail: (sent?: "yes") => `/sign-in/by-mail${query({ sent })}`,
  signInLink: (token: string) => `/sign-in/link${query({ token })}`,
  /** @param key of a mail, names whose and what to stop (lib/mail/unsubscribe-key.ts) */
  unsubscribe: (key: string, done?: "yes") => `/unsubscribe${query({ key, done })}`,
  /** Where a mail program stops it by one request; a person who follows it is asked first. */
  unsubscribeAtOnce: (key: string) => `/unsubscribe/at-once${query({ key })}`,
  outbox: (before?: number) => `/admin/outbox${query({ before })}`,
  outboxMail: (id: number) => `/admin/outbox/${id}`,
  failedJobs: () => "/admin/jobs",

  // Feeds, and what other sites are told.
  feed: () => "/feed.atom",
  boardFeed: (slug: string) => `/b/${encodeURIComponent(slug)}/feed.atom`,
  threadFeed: (id: number) => `/t/${id}/feed.atom`,
  personFeed: (username: string) => `/u/${encodeURIComponent(username)}/feed.atom`,
  /** Posts that quote somebody: a private address. @param key lib/feeds/private-key.ts */
  quotesFeed: (key: string) => `/feeds/quotes/${key}`,
  /** What a saved search finds: a private address. @param key lib/search/feed-key.ts */
  searchFeed: (id: number, key: string) => `/feeds/searches/${id}-${key}.atom`,
  /** @param version changes with what the picture shows */
  threadPicture: (id: number, version?: string) => `/t/${id}/picture.png${query({ v: version })}`,
  /** @param url the full address of a thread or a post */
  oembed: (url?: string) => `/oembed${query({ url, format: url && "json" })}`,
  sitemap: () => "/sitemap.xml",
  /** @param part from 1 */
  sitemapPart: (part: number) => `/sitemap/${part}.xml`,

  // Bookmarks and one's own history.
  bookmarks: (search: { q?: string; before?: string } = {}) =>
    `/bookmarks${query({ q: search.q || undefined, before: search.before })}`,
  bookmarkPost: (id: number) => `/p/${id}/bookmark`,
  mine: (before?: number) => `/mine${query({ before })}`,
  ownVotes: (before?: number) => `/mine/votes${query({ before })}`,
  drafts: () => "/mine/drafts",
  /** What a person wrote. @param before only posts older than the one of this id */
  personPosts: (username: string, before?: number) =>
    `/u/${encodeURIComponent(username)}${query({ before })}`,
  personThreads: (username: string, after?: string) =>
    `/u/${encodeURIComponent(username)}/threads${query({ after })}`,

  // What is new while somebody reads, and how they read.
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
  keyboard: () => "/keyboard",

  // Reading and writing without a network.
  serviceWorker: () => "/sw.js",
  /** What this browser keeps, and what is shown in the place of what it does not. */
  offline: () => "/offline",
  /** Takes replies that were written without a network. */
  waitingReplies: () => "/offline/replies",

  // Web Push.
  /** Takes a browser that is to be told; a GET answers the key that it needs. */
  pushDevices: () => "/push/devices",
  /** Which notices, of those that a device shows, are still to be shown. */
  pushStanding: (notices: readonly number[]) => `/push/standing${query({ notices: notices.join() })}`,
};

/**
 * Where to go after signing in: only a path of this forum, so that no link can lead elsewhere.
 * Percent-encoded, since a Location header takes nothing but ASCII.
 *
 * @param next what the address or form says; anything else than a local path leads to the front page
 */
export function localPath(next: string | undefined): string {
  if (next === undefined || !/^\/(?![/\\])/.test(next) || /[\p{Cc}\\]/u.test(next)) return "/";
  const { pathname, search, hash } = new URL(next, "http://localhost");
  // "/.//elsewhere" is "//elsewhere" once its dots are resolved.
  return pathname.startsWith("//") ? "/" : `${pathname}${search}${hash}`;
}
