import type { PostOrder, ThreadOrder } from "@/lib/routes";

/** In the order in which they are offered. */
export const THREAD_ORDERS: readonly ThreadOrder[] = ["hot", "new", "top", "active"];
export const POST_ORDERS: readonly PostOrder[] = ["best", "new", "old"];

/** The order named in an address, or null for anything else. */
export function parseThreadOrder(text: string): ThreadOrder | null {
  return THREAD_ORDERS.find((order) => order === text) ?? null;
}

/** The order of replies named in an address; anything else means the best first. */
export function parsePostOrder(text: string | undefined): PostOrder {
  return POST_ORDERS.find((order) => order === text) ?? "best";
}
