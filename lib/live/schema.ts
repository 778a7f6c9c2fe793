import { z } from "zod";
import { CURSOR_LENGTH } from "@/lib/live/cursor";
import { idSchema } from "@/lib/schema";

/** The address of a stream: the thread that is looked at, and what the page has seen. */
export const streamAddress = z.object({
  thread: idSchema.optional(),
  since: z.string().max(CURSOR_LENGTH).optional(),
});

const before = z.enum(["open", "hidden", "deleted", "absent"]);

/** A row of changes as lib/live/changes.queries.ts selects it. */
export const changeRow = z.object({
  threadId: z.number(),
  postId: z.number().nullable(),
  kind: z.enum(["post", "quote", "redacted", "thread"]),
  before,
  version: z.string().transform(BigInt),
  authorId: z.number().nullable(),
  hidden: z.boolean(),
  deleted: z.boolean(),
  here: z.boolean(),
  threadAuthorId: z.number(),
  boardId: z.number(),
  threadHidden: z.boolean(),
  merged: z.boolean(),
});

/** What one look at the changes brings. */
export const changesRow = z.object({
  cursor: z.string(),
  pruned: z.string().nullable(),
  changes: z.array(changeRow),
});

/** So many branches are folded in one message. */
const MOST_FOLDS = 200;

/** Branches that were folded or opened: pairs of the post's id and whether it is folded now. */
export const foldsBody = z.object({
  folds: z
    .array(z.tuple([z.int().positive().max(2_147_483_647), z.boolean()]))
    .min(1)
    .max(MOST_FOLDS),
});

/** Which posts of a thread a page asks for anew. */
export const postsAddress = z.object({
  ids: z
    .string()
    .regex(/^[1-9]\d{0,9}(,[1-9]\d{0,9}){0,99}$/)
    .transform((text) => [...new Set(text.split(",").map(Number))]),
});

/** The form that turns the keys on or off. */
export const keysForm = z.object({ keys: z.enum(["on", "off"], "Choose on or off.") });
