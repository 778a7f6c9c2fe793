import { query } from "@/lib/routes/query";

/** People, and what is for somebody alone. */
export const peopleRoutes = {
  person: (username: string) => `/u/${encodeURIComponent(username)}`,
  /** What a person wrote. @param before only posts older than the one of this id */
  personPosts: (username: string, before?: number) =>
    `/u/${encodeURIComponent(username)}${query({ before })}`,
  personThreads: (username: string, after?: string) =>
    `/u/${encodeURIComponent(username)}/threads${query({ after })}`,
  signUp: (next?: string) => `/sign-up${query({ next })}`,
  signIn: (next?: string) => `/sign-in${query({ next })}`,
  /** Signs out by POST; a GET leads to the page that asks. */
  signOut: () => "/sign-out",
  confirmSignOut: () => "/sign-out/confirm",
  settings: () => "/settings",
  mine: (before?: number) => `/mine${query({ before })}`,
  ownVotes: (before?: number) => `/mine/votes${query({ before })}`,
  drafts: () => "/mine/drafts",
  bookmarks: (search: { q?: string; before?: string } = {}) =>
    `/bookmarks${query({ q: search.q || undefined, before: search.before })}`,
  bookmarkPost: (id: number) => `/p/${id}/bookmark`,
  muteThread: (id: number) => `/t/${id}/mute`,
  keyboard: () => "/keyboard",
};
