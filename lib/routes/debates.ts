import { query } from "@/lib/routes/query";

export type ThreadOrder = "hot" | "new" | "top" | "active";
export type PostOrder = "best" | "new" | "old";
export type PointsOrder = "reading" | "most";

const pointsQuery = (order?: PointsOrder, page?: number) =>
  query({ order: order === "reading" ? undefined : order, page: page === 1 ? undefined : page });

/** Lists of threads, threads, and what points into their posts. */
export const debateRoutes = {
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
};
