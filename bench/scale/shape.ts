// The shape of a forum to measure on: what happens in ten thousand posts of it. A larger forum is this
// over and over, with other people, texts and voters each time, so that forums of all sizes differ in
// nothing but their size.
import { chance } from "@/bench/seed/chance";
import { bestRank } from "@/lib/posts/ranking";

/** Posts of one cycle. */
export const CYCLE = 10_000;

/** How long the threads are whose pages are measured. */
export const MEASURED_LENGTH = 100;

const LONG_THREADS = [1000, 400, 400, ...Array<number>(24).fill(MEASURED_LENGTH)];

/** The others fall off exponentially around this many posts. */
const AVERAGE_LENGTH = 8;
const MOST_OF_THE_OTHERS = 60;

export interface PlannedThread {
  /** From 1, in the order in which they were opened. */
  thread: number;
  kind: "text" | "link" | "article";
  length: number;
  /** Positions of the opening post and of the newest post that everybody sees (null: none). */
  opening: number;
  newest: number | null;
  reply_count: number;
  quote_count: number;
  score: number;
  /** Number of the moderation action that hid or locked it. */
  hidden_by: number | null;
  locked_by: number | null;
}

export interface PlannedPost {
  /** From 1, in the order of writing. Threads go on side by side, as they do among people. */
  position: number;
  thread: number;
  /** Its place in its thread, from 0. */
  number: number;
  /** Position and place of the post that it answers. */
  parent: number | null;
  parent_number: number | null;
  up: number;
  down: number;
  best_rank: number;
  deleted: boolean;
  hidden_by: number | null;
  revisions: number;
  /** Revisions and quotes of all posts before it. */
  revisions_before: number;
  quotes_before: number;
  quotes: boolean;
  /** Which sentence of the parent it quotes; to be taken modulo how many there are. */
  sentence: number;
  /** It quotes what the parent said before it was edited; its author has said to leave it. */
  outdated: boolean;
  settled: boolean;
}

export interface Shape {
  threads: PlannedThread[];
  posts: PlannedPost[];
  revisions: number;
  quotes: number;
  actions: number;
}

type Draw = () => number;

/** The same each time. */
export function shapeOfCycle(): Shape {
  const draw = chance(CYCLE);
  const places = lengthsOf(draw)
    .map((length) => ({ length, times: timesOf(draw, length) }))
    .sort((a, b) => (a.times[0] ?? 0) - (b.times[0] ?? 0));
  let actions = 0;
  const act = (share: number) => {
    if (draw() >= share) return null;
    actions += 1;
    return actions;
  };
  const written = places
    .flatMap(({ times }, index) => times.map((time, number) => ({ time, number, index })))
    .sort((a, b) => a.time - b.time);
  const positions = places.map(() => [] as number[]);
  let [revisionsBefore, quotesBefore] = [0, 0];
  const posts: PlannedPost[] = [];
  for (const [at, { number, index }] of written.entries()) {
    const position = at + 1;
    const before = positions[index] as number[];
    // A fifth answers the opening post, the others any post before them.
    const parentNumber = number === 0 ? null : draw() < 0.2 ? 0 : Math.floor(draw() * number);
    const [up, down] = votesOf(draw, number === 0);
    const post: PlannedPost = {
      ...{ position, thread: index + 1, number, up, down, best_rank: bestRank(up, down) },
      parent: parentNumber === null ? null : (before[parentNumber] ?? null),
      parent_number: parentNumber,
      deleted: number > 0 && draw() < 0.01,
      hidden_by: number > 0 ? act(0.005) : null,
      revisions: draw() < 0.08 ? 2 : 1,
      revisions_before: revisionsBefore,
      quotes_before: quotesBefore,
      quotes: number > 0 && draw() < 1 / 3,
      sentence: Math.floor(draw() * 1000),
      outdated: false,
      settled: false,
    };
    const isEdited = post.parent !== null && posts[post.parent - 1]?.revisions === 2;
    post.outdated = post.quotes && isEdited && draw() < 0.3;
    post.settled = post.outdated && draw() < 0.5;
    before.push(position);
    revisionsBefore += post.revisions;
    quotesBefore += Number(post.quotes);
    posts.push(post);
  }
  const threads = places.map(({ length }, index): PlannedThread => {
    const own = (positions[index] ?? []).map((position) => posts[position - 1] as PlannedPost);
    const kind = draw();
    // Those whose pages are measured can be read and answered.
    const mayBeModerated = length !== MEASURED_LENGTH;
    return {
      ...{ thread: index + 1, length, ...countersOf(own, posts) },
      kind: kind < 0.6 ? "text" : kind < 0.9 ? "link" : "article",
      hidden_by: mayBeModerated ? act(0.01) : null,
      locked_by: mayBeModerated ? act(0.02) : null,
    };
  });
  return { threads, posts, revisions: revisionsBefore, quotes: quotesBefore, actions };
}

/** As lib/threads/counters.commands.ts counts them. */
function countersOf(own: readonly PlannedPost[], posts: readonly PlannedPost[]) {
  const isOpen = (post: PlannedPost | undefined) =>
    post !== undefined && !post.deleted && post.hidden_by === null;
  const open = own.filter(isOpen);
  const [opening] = own as [PlannedPost];
  return {
    opening: opening.position,
    newest: open.at(-1)?.position ?? null,
    reply_count: open.filter(({ parent }) => parent !== null).length,
    quote_count: open.filter(({ quotes, parent }) => quotes && isOpen(posts[(parent ?? 0) - 1]))
      .length,
    score: opening.up - opening.down,
  };
}

function lengthsOf(draw: Draw): number[] {
  const lengths = [...LONG_THREADS];
  let left = CYCLE - lengths.reduce((sum, length) => sum + length, 0);
  while (left > 0) {
    const drawn = 1 - AVERAGE_LENGTH * Math.log(1 - draw());
    const length = Math.min(left, MOST_OF_THE_OTHERS, Math.floor(drawn));
    lengths.push(length);
    left -= length;
  }
  return lengths;
}

/** When the posts of a thread are written, as shares of the cycle: most soon after it is opened. */
function timesOf(draw: Draw, length: number): number[] {
  const opened = draw() * 0.95;
  const replies = Array.from({ length: length - 1 }, () => opened + (1 - opened) * draw() ** 2);
  return [opened, ...replies.sort((a, b) => a - b)];
}

/** Up to three on a reply; of opening posts few have many. Four fifths are up votes. */
function votesOf(draw: Draw, opening: boolean): [up: number, down: number] {
  const total = opening ? Math.min(60, Math.floor(1 / (1 - draw()))) : Math.floor(draw() * 4);
  const up = Array.from({ length: total }, draw).filter((each) => each < 0.8).length;
  return [up, total - up];
}
