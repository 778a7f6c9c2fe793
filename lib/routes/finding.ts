import { query } from "@/lib/routes/query";

/** What is found by words, read by programs, or shown by other sites. */
export const findingRoutes = {
  /** @param order by relevance if it is left out */
  search: (q?: string, order?: "newest", after?: string) => `/search${query({ q, order, after })}`,
  /** @param one with a form for the one of this id: another name for it, or the address of its feed */
  savedSearches: (one: { rename?: number; feed?: number } = {}) =>
    `/settings/searches${query({ rename: one.rename, feed: one.feed })}`,
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
};
