import { z } from "zod";
import { idSchema } from "@/lib/schema";
import type { VoteValue } from "@/lib/votes/vote";

const VALUES: Record<string, VoteValue> = { up: 1, down: -1, none: 0 };

/** What a vote button sends as its value: the post and the vote, such as `12:up` or `12:none`. */
export const voteForm = z.object({
  vote: z
    .string("That is not a vote.")
    .regex(/^\d{1,10}:(up|down|none)$/, "That is not a vote.")
    .transform((text, context) => {
      const [post, word] = text.split(":");
      const id = idSchema.safeParse(post);
      const value = VALUES[word ?? ""];
      if (id.success && value !== undefined) return { postId: id.data, value };
      context.addIssue({ code: "custom", message: "That is not a vote." });
      return z.NEVER;
    }),
});
