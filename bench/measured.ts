// Everything measured in one run; what was left out is empty.
import type { AfterWrite } from "@/bench/after-write";
import type { BrowserRound } from "@/bench/browser/measure";
import type { Rounds } from "@/bench/cases";
import type { Mix } from "@/bench/mix/measure";
import type { ServerName } from "@/bench/servers";
import type { Sizes } from "@/bench/sizes";
import type { Written } from "@/bench/writing/measure";

export interface Measured {
  rounds: Rounds;
  /** Of the page of 1,000 posts. */
  sizes?: Record<ServerName, Sizes>;
  afterWrite: AfterWrite[];
  written: Written;
  browser: BrowserRound[];
  mix?: Mix;
}

export function nothingMeasured(): Measured {
  return { rounds: new Map(), afterWrite: [], written: { vote: [], reply: [] }, browser: [] };
}
