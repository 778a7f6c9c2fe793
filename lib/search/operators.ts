import { momentOf } from "@/lib/search/moment";
import type { PostKind, SearchedStatus, SearchQuery } from "@/lib/search/query";

const KINDS: readonly PostKind[] = ["link", "text", "article", "thread", "reply"];

const STATUSES: readonly SearchedStatus[] = [
  ...(["verbatim", "elided", "altered", "ambiguous", "unverified"] as const),
  ...(["edited", "deleted"] as const),
];

/** What an operator does with its value. @returns a sentence if the value is none of its */
type Operator = (query: SearchQuery, value: string, now: Date) => string | null;

const listed = (name: string, values: readonly string[]) =>
  `Write ${values.map((value) => `${name}:${value}`).join(", ")}: ${name}: has no other value.`;

const dateProblem = (name: string, value: string) =>
  `“${value}” is no date for ${name}:. Write a year, a month or a day, as ${name}:2026, ${name}:2026-11 or ${name}:2026-11-24, or how long ago, as ${name}:7d, ${name}:2w, ${name}:6m or ${name}:1y.`;

const nameOf = (value: string) => value.replace(/^@/, "");

/** The operators that take a value beside words; `q:` takes words and is none of them. */
export const OPERATORS: Record<string, Operator> = {
  board: (query, value) => {
    query.boards.push(value.toLowerCase());
    return null;
  },
  author: (query, value) => {
    query.authors.push(nameOf(value));
    return null;
  },
  quotes: (query, value) => {
    query.quotes.push(nameOf(value));
    return null;
  },
  kind: (query, value) => {
    const kind = KINDS.find((each) => each === value.toLowerCase());
    if (kind === undefined) return listed("kind", KINDS);
    query.kinds.push(kind);
    return null;
  },
  status: (query, value) => {
    const status = STATUSES.find((each) => each === value.toLowerCase());
    if (status === undefined) return listed("status", STATUSES);
    query.statuses.push(status);
    return null;
  },
  in: (query, value) => {
    if (value.toLowerCase() !== "title") return listed("in", ["title"]);
    query.inTitle = true;
    return null;
  },
  is: (query, value) => {
    if (value.toLowerCase() !== "unanswered") return listed("is", ["unanswered"]);
    query.unanswered = true;
    return null;
  },
  after: (query, value, now) => {
    const moment = momentOf(value, now);
    if (moment === null) return dateProblem("after", value);
    if (query.after === null || moment > query.after) query.after = moment;
    return null;
  },
  before: (query, value, now) => {
    const moment = momentOf(value, now);
    if (moment === null) return dateProblem("before", value);
    if (query.before === null || moment < query.before) query.before = moment;
    return null;
  },
};

/** An example of each, for whoever wrote nothing behind the colon. */
export const EXAMPLES: Record<string, string> = {
  board: "board:logic",
  author: "author:ada",
  quotes: "quotes:@ada",
  kind: "kind:link",
  status: "status:altered",
  in: "in:title",
  is: "is:unanswered",
  after: "after:2026-11",
  before: "before:2026",
  q: 'q:word or q:"these words"',
};

/** Names that are operators. */
export const OPERATOR_NAMES: ReadonlySet<string> = new Set(Object.keys(EXAMPLES));
