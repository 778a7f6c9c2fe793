import { z } from "zod";
import { idSchema, line } from "@/lib/schema";

export const MAX_REASON_LENGTH = 500;

export const VERBS = ["hide", "unhide", "lock", "unlock"] as const;

export const verbSchema = z.enum(VERBS);

export const moderationForm = z.object({
  verb: verbSchema,
  target: z.enum(["thread", "post"]),
  id: idSchema,
  reason: line("The reason", MAX_REASON_LENGTH),
});

export type ModerationInput = z.infer<typeof moderationForm>;
