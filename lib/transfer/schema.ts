import { z } from "zod";
import { boardSchema } from "@/lib/boards/schema";
import { line } from "@/lib/schema";
import { checkLine, MAX_ARTICLE_LENGTH, MAX_QUOTES } from "@/lib/text/check";
import { codePointLength } from "@/lib/text/code-points";
import { snippet } from "@/lib/text/snippet";
import { MAX_TITLE_LENGTH, webAddress } from "@/lib/threads/schema";
import { cleanLine, cleanMarkdown } from "@/lib/transfer/cleaning";

// A line of an import file: what any forum can say of a thread, and what our own export adds.
// What else stands in it is left aside.

const MAX_ID_LENGTH = 200;
const MAX_NAME_LENGTH = 200;
const MAX_REASON_LENGTH = 500;
const DAY = 24 * 60 * 60 * 1000;

const id = z
  .union([z.string(), z.number().int()], "is missing, or neither a text nor a whole number")
  .transform(String)
  .refine((text) => text.trim() !== "", "is empty")
  .refine((text) => text.length <= MAX_ID_LENGTH, `is longer than ${MAX_ID_LENGTH} characters`)
  .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), "contains control characters");

const NO_DATE = "is not a date with a time, such as 2024-05-01T12:00:00Z";

/** Without a zone it is taken for UTC. Whoever comes from the future would stay on top for ever. */
const date = z.iso
  .datetime({ offset: true, local: true, error: NO_DATE })
  .transform((text) => new Date(/(?:Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`))
  .refine((time) => time.getTime() >= 0, "is before 1970")
  .refine((time) => time.getTime() <= Date.now() + DAY, "lies in the future");

const name = z
  .string("is missing")
  .transform(cleanLine)
  .refine((text) => text !== "", "is empty")
  .refine((text) => text.length <= MAX_NAME_LENGTH, `is longer than ${MAX_NAME_LENGTH} characters`);

/** An empty text is allowed: a link needs none, and other forums let people post one. */
const body = z
  .string("is missing")
  .transform(cleanMarkdown)
  .refine(
    (text) => codePointLength(text) <= MAX_ARTICLE_LENGTH,
    `is longer than ${MAX_ARTICLE_LENGTH} characters`,
  );

/** Too long a title is cut at a word, with `…`; without any, a thread can't be listed. */
const title = z
  .string("is missing")
  .transform((text) => snippet(cleanLine(text), MAX_TITLE_LENGTH))
  .refine((text) => checkLine(text, { max: MAX_TITLE_LENGTH, what: "The title" }).ok, "is empty");

const url = z
  .literal("")
  .transform(() => null)
  .or(webAddress)
  .nullish();

const choice = z.object({
  key: z.string().max(40),
  post: id,
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});

const revision = z.object({
  createdAt: date,
  body,
  order: z.number().int().nonnegative().nullish(),
  choices: z.array(choice).max(MAX_QUOTES).default([]),
});

const vote = z.object({
  username: name,
  value: z.union([z.literal(1), z.literal(-1)], "is neither 1 nor -1"),
  createdAt: date,
});

const post = z.object({
  id,
  parent: id.nullish(),
  sourceId: id.nullish(),
  /** Null for what was deleted or hidden where it comes from: only its place in the tree is left. */
  author: name.nullish(),
  createdAt: date,
  body: body.nullish(),
  state: z.enum(["open", "deleted", "hidden"]).default("open"),
  deletedAt: date.nullish(),
  revisions: z.array(revision).nullish(),
  votes: z.array(vote).default([]),
});

const action = z.object({
  kind: z.enum(["hide", "unhide", "lock", "unlock"]),
  by: name,
  post: id.nullish(),
  reason: z.string("is missing").transform(cleanLine).pipe(line("The reason", MAX_REASON_LENGTH)),
  createdAt: date,
});

export const threadLine = z.object(
  {
    id,
    sourceId: id.nullish(),
    title,
    url,
    kind: z.enum(["link", "text", "article"]).optional(),
    board: boardSchema.nullish(),
    posts: z.array(post, "are missing").min(1, "are missing"),
    moderation: z.array(action).default([]),
  },
  "this is not a thread: a JSON object with id, title and posts.",
);

export type ThreadLine = z.output<typeof threadLine>;
export type PostLine = ThreadLine["posts"][number];

/** How many of a line's faults are named: enough to see what kind of fault it is. */
const MOST_FAULTS = 3;

/** What is wrong with a line, in words: `post 3: createdAt is not a date …; post 7: …`. */
export function faultsIn(error: z.ZodError): string {
  const faults = error.issues.map(({ path, message }) => `${placeOf(path)}${message}`);
  const more = faults.length - MOST_FAULTS;
  const named = faults.slice(0, MOST_FAULTS).join("; ");
  return more > 0 ? `${named}; and ${more} more.` : `${named.replace(/\.$/, "")}.`;
}

function placeOf(path: readonly PropertyKey[]): string {
  const words = path.map((step, index) => {
    if (typeof step !== "number") {
      return typeof path[index + 1] === "number" ? null : `${String(step)} `;
    }
    return `${String(path[index - 1]).replace(/s$/, "")} ${step + 1}: `;
  });
  return words.filter((word) => word !== null).join("");
}
