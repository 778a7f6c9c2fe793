import type { SearchOrder } from "@/lib/search/query";

/** So many searches one person may keep: more than anybody reads, few enough for one list. */
export const MOST_SAVED = 50;

/** A search that the viewer keeps under a name. */
export interface SavedSearch {
  id: number;
  name: string;
  /** As it was typed. */
  query: string;
  order: SearchOrder;
  /** Opens its private feed to whoever has it (lib/search/feed-key.ts). */
  feedKey: string;
}
