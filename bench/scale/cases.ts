// What is measured in a forum of any size.
import type { Places } from "@/bench/scale/places";
import type { Visit, Visitor } from "@/bench/scale/visit";
import { hiddenFields } from "@/bench/scale/visit";

export interface ScaleCase {
  name: string;
  /** What to ask for; the turns of one forum count from 0. May look at a page first, untimed. */
  visit(places: Places, turn: number, visitor: Visitor): Promise<Visit> | Visit;
}

const ANSWER =
  "That holds only while nothing else changes. Whoever says so should also say what would have to happen for the claim to be wrong, and nobody here has. I would rather look at the cases that were counted: in most of them the order was the other way round, and those who were asked gave reasons that have little to do with it. So the rule may be right, but this is no evidence for it, and I would not build on it.";

const at = <Item>(list: readonly Item[], turn: number): Item => list[turn % list.length] as Item;

const reader = (places: Places, turn: number) => at(places.readers, turn).token;

export const CASES: readonly ScaleCase[] = [
  { name: "Front page, signed out", visit: () => ({ path: "/" }) },
  { name: "Front page", visit: (places, turn) => ({ path: "/", token: reader(places, turn) }) },
  {
    name: "Thread of 100 posts, signed out",
    visit: (places, turn) => ({ path: `/t/${at(places.threads, turn)}` }),
  },
  {
    name: "Thread of 100 posts",
    visit: (places, turn) => ({
      path: `/t/${at(places.threads, turn)}`,
      token: reader(places, turn),
    }),
  },
  {
    name: "A person's page, signed out",
    visit: (places, turn) => ({ path: `/u/${at(places.people, turn)}` }),
  },
  {
    name: "A person's page",
    visit: (places, turn) => ({
      path: `/u/${at(places.people, turn)}`,
      token: reader(places, turn),
    }),
  },
  { name: "A vote", visit: vote },
  { name: "A reply with a quote", visit: reply },
];

function vote(places: Places, turn: number): Visit {
  const { post, thread, author } = at(places.voted, turn);
  const [first, second] = [at(places.readers, turn), at(places.readers, turn + 1)];
  const { token } = first.id === author ? second : first;
  const form = { vote: `${post}:${turn % 5 === 0 ? "down" : "up"}`, back: `/t/${thread}` };
  return { path: "/vote", token, form };
}

async function reply(places: Places, turn: number, visitor: Visitor): Promise<Visit> {
  const { post, sentence } = at(places.answered, turn);
  const path = `/p/${post}/reply`;
  const token = reader(places, turn);
  const { body } = await visitor.visit({ path, token });
  const text = `> ${sentence}\n\n${ANSWER}`;
  const form = { ...hiddenFields(body, "Publish"), text, intent: "publish" };
  return { path, token, form, encoding: "multipart" };
}
