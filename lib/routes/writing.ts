import { query } from "@/lib/routes/query";

/** What members do to posts, and how what they wrote reaches the forum. */
export const writingRoutes = {
  /** @param layout "points" lays the post out as quotes, to be answered point by point */
  reply: (id: number, layout?: "points") => `/p/${id}/reply${query({ layout })}`,
  edit: (id: number) => `/p/${id}/edit`,
  deletePost: (id: number) => `/p/${id}/delete`,
  /** @param before only versions older than the one of this number */
  history: (id: number, before?: number) => `/p/${id}/history${query({ before })}`,
  vote: () => "/vote",
  preview: () => "/preview",
  /** Takes replies that were written without a network. */
  waitingReplies: () => "/offline/replies",
};
