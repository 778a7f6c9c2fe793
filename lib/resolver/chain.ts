import type { Words } from "./words";
import { COST, type Work } from "./work";

/** Words that stand in a row in the quote and in the source. Counted in words, ends exclusive. */
interface Run {
  quote: number;
  source: number;
  length: number;
}

/** Runs in the order of both texts: what of a source a quote can have been made from. */
export interface Chain {
  /** The share of the quote that the runs hold, less what is lost by its being so many. */
  share: number;
  /** In words of the quote and of the source, ends exclusive. */
  quote: { start: number; end: number };
  source: { start: number; end: number };
}

/** A longer word is no better evidence: it is an address, a key, a hash. In characters. */
const MAX_WORD_WEIGHT = 12;

/** So often a pair of words is looked at where a quote repeats it. */
const MAX_REPETITIONS = 8;

/** Common words agree by chance here and there: every further run must bring more than this. */
const RUN_COST = 6;

/** Most characters of a source that may be left out between two runs, as in elision.ts. */
const MAX_GAP = 2_000;
/** Of two readings that hold as much of the quote, the closer one. */
const GAP_COST = 0.01;
/** So many runs before one are tried as the one that it follows. */
const LOOKBACK = 40;

interface Pair {
  positions: number[];
  weight: number;
  seenBy: number;
}

/**
 * The words of a quote, to be found in many sources by pairs of neighbours: seeds that are put
 * into chains, as programs that align genomes do it (Li, "Minimap2", Bioinformatics 34, 2018).
 */
export class QuoteWords {
  readonly words: Words;
  /** What the words before each are worth together. */
  readonly #worth: Uint32Array;
  readonly #pairs = new Map<number, Pair>();
  /** Which pairs cannot be any of them: nearly all, and this says so fastest. */
  readonly #filter: Uint8Array;
  #pairsWorth = 0;
  #sources = 0;

  constructor(words: Words) {
    this.words = words;
    const { ids, starts, ends } = words;
    this.#worth = new Uint32Array(ids.length + 1);
    this.#filter = new Uint8Array(FILTER_SIZE);
    for (let at = 0; at < ids.length; at += 1) {
      const weight = Math.min((ends[at] as number) - (starts[at] as number), MAX_WORD_WEIGHT) + 1;
      this.#worth[at + 1] = (this.#worth[at] as number) + weight;
    }
    for (let at = 0; at + 1 < ids.length; at += 1) this.#addPair(at);
  }

  /** What all words are worth: their length in characters, long ones counting less. */
  get worth(): number {
    return this.#worth[this.words.ids.length] as number;
  }

  /** The share of the quote's pairs that a source has anywhere, by what their words are worth. */
  shareIn({ ids }: Words): number {
    this.#sources += 1;
    const [filter, last] = [this.#filter, ids.length - 1];
    let found = 0;
    for (let at = 0; at < last; at += 1) {
      const id = pairId(ids[at] as number, ids[at + 1] as number);
      if (filter[id & FILTER_MASK] === 0) continue;
      const pair = this.#pairs.get(id);
      if (pair === undefined || pair.seenBy === this.#sources) continue;
      pair.seenBy = this.#sources;
      found += pair.weight;
    }
    return this.#pairsWorth === 0 ? 0 : found / this.#pairsWorth;
  }

  /** The best chain in a source, and the best that has no words in common with it. */
  chainsIn(source: Words, work: Work): Chain[] {
    return this.#chained(this.#runsIn(source), source, work);
  }

  #addPair(at: number): void {
    const { ids } = this.words;
    const id = pairId(ids[at] as number, ids[at + 1] as number);
    const weight = this.#worthOf(at, 2);
    const pair = this.#pairs.get(id);
    if (pair !== undefined) {
      if (pair.positions.length < MAX_REPETITIONS) pair.positions.unshift(at);
      return;
    }
    this.#pairs.set(id, { positions: [at], weight, seenBy: 0 });
    this.#filter[id & FILTER_MASK] = 1;
    this.#pairsWorth += weight;
  }

  #worthOf(from: number, length: number): number {
    return (this.#worth[from + length] as number) - (this.#worth[from] as number);
  }

  /** In the order of the source. */
  #runsIn({ ids }: Words): Run[] {
    const runs: Run[] = [];
    const runAt = new Map<number, Run>();
    for (let at = 0; at + 1 < ids.length; at += 1) {
      const id = pairId(ids[at] as number, ids[at + 1] as number);
      if (this.#filter[id & FILTER_MASK] === 0) continue;
      // The last position first, so that the run before each is still the one it was.
      for (const position of this.#pairs.get(id)?.positions ?? []) {
        const before = runAt.get(position - 1);
        if (before && before.source + before.length === at + 1) {
          before.length += 1;
          runAt.set(position, before);
          runAt.delete(position - 1);
        } else {
          const run = { quote: position, source: at, length: 2 };
          runs.push(run);
          runAt.set(position, run);
        }
      }
    }
    return runs;
  }

  #chained(runs: readonly Run[], source: Words, work: Work): Chain[] {
    const scores = new Float64Array(runs.length);
    const firsts = new Int32Array(runs.length);
    for (let at = 0; at < runs.length; at += 1) {
      if (!work.spend(COST.chain * Math.min(at + 1, LOOKBACK))) return [];
      const run = runs[at] as Run;
      scores[at] = this.#worthOf(run.quote, run.length);
      firsts[at] = at;
      for (let before = at - 1; before >= Math.max(0, at - LOOKBACK); before -= 1) {
        const score = (scores[before] as number) + this.#gain(run, runs[before] as Run, source);
        if (score <= (scores[at] as number)) continue;
        scores[at] = score;
        firsts[at] = firsts[before] as number;
      }
    }
    const chainTo = (end: number): Chain => {
      const [first, last] = [runs[firsts[end] as number] as Run, runs[end] as Run];
      return {
        share: (scores[end] as number) / this.worth,
        quote: { start: first.quote, end: last.quote + last.length },
        source: { start: first.source, end: last.source + last.length },
      };
    };
    const first = best(runs, scores, firsts);
    if (first === -1) return [];
    const second = best(runs, scores, firsts, chainTo(first));
    return second === -1 ? [chainTo(first)] : [chainTo(first), chainTo(second)];
  }

  /** What a run adds to a chain that ends with another; nothing if it can't follow it. */
  #gain(run: Run, before: Run, source: Words): number {
    if (before.quote > run.quote || before.source > run.source) return Number.NEGATIVE_INFINITY;
    const common = Math.max(
      before.quote + before.length - run.quote,
      before.source + before.length - run.source,
      0,
    );
    if (common >= run.length) return Number.NEGATIVE_INFINITY;
    const from = source.ends[before.source + before.length - 1] as number;
    const gap = Math.max(0, (source.starts[run.source + common] as number) - from);
    if (gap > MAX_GAP) return Number.NEGATIVE_INFINITY;
    return this.#worthOf(run.quote + common, run.length - common) - RUN_COST - gap * GAP_COST;
  }
}

/** The end of the chain with the highest score, of those beside another one; -1 if there is none. */
function best(
  runs: readonly Run[],
  scores: Float64Array,
  firsts: Int32Array,
  other?: Chain,
): number {
  let chosen = -1;
  for (let at = 0; at < runs.length; at += 1) {
    const [first, last] = [runs[firsts[at] as number] as Run, runs[at] as Run];
    const isBeside =
      other === undefined ||
      last.source + last.length <= other.source.start ||
      first.source >= other.source.end;
    if (isBeside && (chosen === -1 || (scores[at] as number) > (scores[chosen] as number))) {
      chosen = at;
    }
  }
  return chosen;
}

const FILTER_SIZE = 0x1_00_00;
const FILTER_MASK = FILTER_SIZE - 1;

function pairId(one: number, next: number): number {
  const id = Math.imul(one, 0x9e3779b1) ^ next;
  return id ^ (id >>> 15);
}
