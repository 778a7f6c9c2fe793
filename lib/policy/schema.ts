import { z } from "zod";

// The columns of facts.ts as plain SQL hands them over.

const threadFactsRow = z.object({
  authorId: z.number(),
  boardId: z.number(),
  hideActionId: z.number().nullable(),
  lockActionId: z.number().nullable(),
});

/** A post with what decides about it: shaped as facts.ts `PostFactsRow`. */
export const postFactsRow = z.object({
  authorId: z.number(),
  hideActionId: z.number().nullable(),
  deletedAt: z.date().nullable(),
  thread: threadFactsRow,
});
