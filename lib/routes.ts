/** Every address of the forum, so that no page spells one by hand. */
export type ThreadOrder = "hot" | "new" | "top" | "active";
export type PostOrder = "best" | "new" | "old";
export type PointsOrder = "reading" | "most";
export type ModerationVerb = "hide" | "unhide" | "lock" | "unlock";

const query = (values: Record<string, string | number | undefined>) => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) search.set(name, String(value));
  }
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
};

export const routes = {
  front: (order: ThreadOrder = "hot", after?: string) =>
    `${order === "hot" ? "/" : `/${order}`}${query({ after })}`,
  boards: () => "/boards",
  board: (slug: string, order: ThreadOrder = "hot", after?: string) =>
    `/b/${encodeURIComponent(slug)}${order === "hot" ? "" : `/${order}`}${query({ after })}`,
  newThread: (boardSlug?: string) => `/new-thread${query({ board: boardSlug })}`,

  thread: (id: number, order: PostOrder = "best") =>
    `/t/${id}${query({ sort: order === "best" ? undefined : order })}`,
  postInThread: (threadId: number, postId: number) => `/t/${threadId}#post-${postId}`,
  /** Leads to the quote's source, its characters marked. */
  passage: (threadId: number, sourcePostId: number, quoteId: number) =>
    `/t/${threadId}?quote=${quoteId}#post-${sourcePostId}`,
  /** A thread seen from its opening post: each passage with its answers. */
  threadPoints: (id: number, order?: PointsOrder) =>
    `/t/${id}/points${query({ order: order === "reading" ? undefined : order })}`,
  /** Who quotes whom. */
  quoteGraph: (threadId: number) => `/t/${threadId}/graph`,
  moderateThread: (id: number, verb: ModerationVerb) => `/t/${id}/moderate/${verb}`,

  post: (id: number) => `/p/${id}`,
  postPoints: (id: number, order?: PointsOrder) =>
    `/p/${id}/points${query({ order: order === "reading" ? undefined : order })}`,
  /** The answers to one passage: code points of the post's own text. */
  answers: (id: number, start: number, end: number) => `/p/${id}/points#a-${start}-${end}`,
  /** A post's quotes as W3C Web Annotations. */
  annotations: (id: number) => `/p/${id}.jsonld`,
  /** A quote with the words around its passage. */
  quote: (identity: number) => `/q/${identity}`,
  /** The viewer's own quotes whose source was edited since. */
  changedQuotes: () => "/quotes",
  /** @param layout "points" lays the post out as quotes, to be answered point by point */
  reply: (id: number, layout?: "points") => `/p/${id}/reply${query({ layout })}`,
  edit: (id: number) => `/p/${id}/edit`,
  deletePost: (id: number) => `/p/${id}/delete`,
  /** @param before only versions older than the one of this number */
  history: (id: number, before?: number) => `/p/${id}/history${query({ before })}`,
  moderatePost: (id: number, verb: ModerationVerb) => `/p/${id}/moderate/${verb}`,
  vote: () => "/vote",
  preview: () => "/preview",

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
