import type { IncomingThread } from "@/lib/transfer/thread";
export function perturbationTable(_threads: readonly IncomingThread[], _seed: number): string[] {
  return [];
}
