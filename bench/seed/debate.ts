// A debate to measure on: posts of 430 characters on average, a third with quotes, nested as people
// nest them.
import { chance } from "@/bench/seed/chance";
import type { IncomingPost, IncomingThread } from "@/lib/transfer/thread";

/** Who is signed in where a page is measured signed in; has voted on a tenth of the posts. */
export const READER = "bench-reader";

export const PEOPLE = Array.from({ length: 60 }, (_, index) => `debater-${index + 1}`);

const WORDS =
  `about again all almost already also always and another argue argument around because before
better between both but case cause change claim clear come common could debate decide different does
doubt each early easy end enough even every evidence example explain fact far few find first follow
for force from general give good ground great group hard have help here how however idea if important
in instead into just keep kind know large last later lead least leave less let like little long look
make many matter maybe mean measure might more most much must name near need never new no not nothing
now number of often old on once one only open or order other our out over own part people perhaps
place plain point possible prove public put question quite rather reason right rule same say seem
show side since small some something still such sure take than that the then there thing think this
though time to too true try turn two under until use very want way we well what when where which while
who why will with without word work would write wrong year yet you`.split(/\s+/);

/** Own text of a post, without its quotes: its least and its average characters. */
const LEAST_OWN_TEXT = 60;
const AVERAGE_OWN_TEXT = 405;

const MINUTE = 60_000;
const OPENED = Date.UTC(2026, 0, 5);

/**
 * A thread of that many posts, the opening post among them; the same for the same number.
 *
 * @param seed another one makes another thread of as many posts
 */
export function debate(posts: number, seed = posts): IncomingThread {
  const draw = chance(seed);
  const key = seed === posts ? String(posts) : `${posts}-${seed}`;
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(draw() * items.length)] as Item;
  const sentencesOf: string[][] = [];
  const written: IncomingPost[] = [];
  for (let index = 0; index < posts; index += 1) {
    // A fifth answers the opening post, the others any post before them.
    const parent = index === 0 ? null : draw() < 0.2 ? 0 : Math.floor(draw() * index);
    const sentences = sentencesFor(draw, pick);
    sentencesOf.push(sentences);
    const quotes = parent !== null && draw() < 1 / 3;
    const quote = quotes ? `> ${pick(sentencesOf[parent] ?? [])}\n\n` : "";
    const createdAt = new Date(OPENED + index * MINUTE);
    const author = pick(PEOPLE);
    const voters = new Set(Array.from({ length: Math.floor(draw() * 4) }, () => pick(PEOPLE)));
    if (draw() < 0.1) voters.add(READER);
    written.push({
      key: `${key}-${index}`,
      parentKey: parent === null ? null : `${key}-${parent}`,
      sourceId: null,
      author,
      createdAt,
      deletedAt: null,
      revisions: [{ createdAt, body: quote + paragraphs(sentences), order: null }],
      votes: [...voters].map((username) => ({
        username,
        value: draw() < 0.8 ? 1 : -1,
        createdAt,
      })),
    });
  }
  return {
    sourceId: `bench-${key}`,
    title: `A debate of ${posts} posts`,
    kind: "text",
    url: null,
    board: null,
    posts: written,
    moderation: [],
  };
}

/** Sentences of one post; how long posts are falls off exponentially, as it does among people. */
export function sentencesFor(
  draw: () => number,
  pick: (items: readonly string[]) => string,
): string[] {
  const length = LEAST_OWN_TEXT - (AVERAGE_OWN_TEXT - LEAST_OWN_TEXT) * Math.log(1 - draw());
  const sentences: string[] = [];
  for (let sum = 0; sum < length - 30; ) {
    const words = Array.from({ length: 7 + Math.floor(draw() * 10) }, () => pick(WORDS)).join(" ");
    const sentence = `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
    sentences.push(sentence);
    sum += sentence.length + 1;
  }
  return sentences;
}

/** Three sentences make a paragraph. */
export function paragraphs(sentences: readonly string[]): string {
  return sentences
    .map((sentence, index) => sentence + (index % 3 === 2 ? "\n\n" : " "))
    .join("")
    .trim();
}
