import type { PostOrder, ThreadOrder } from "@/lib/routes";

const THREAD_ORDERS: readonly string[] = ["hot", "new", "top", "active"] satisfies ThreadOrder[];
const POST_ORDERS: readonly string[] = ["best", "new", "old"] satisfies PostOrder[];

/** The order named in an address, or null for anything else. */
export function parseThreadOrder(text: string): ThreadOrder | null {
  return THREAD_ORDERS.includes(text) ? (text as ThreadOrder) : null;
}

/** The order of replies named in an address; anything else means the best first. */
export function parsePostOrder(text: string | undefined): PostOrder {
  return text !== undefined && POST_ORDERS.includes(text) ? (text as PostOrder) : "best";
}
