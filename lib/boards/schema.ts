import { z } from "zod";
import { idSchema } from "@/lib/schema";

const MISSING = { error: "Please fill in this field." };

/** What PostgreSQL can't store (NUL) and what nobody can see has no place in a name. */
const VISIBLE = /^[^\p{Cc}\p{Cf}\p{Cs}]*$/u;
const INVISIBLE = "This contains invisible characters. Please type it again by hand.";

/** A board as an admin writes it. */
export const boardSchema = z.object({
  name: z
    .string(MISSING)
    .trim()
    .min(1, "Please give the board a name.")
    .max(60, "A board's name has at most 60 characters.")
    .regex(VISIBLE, INVISIBLE),
  slug: z
    .string(MISSING)
    .trim()
    .toLowerCase()
    .regex(
      /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
      "The address is made of small letters a–z, digits, and single hyphens between them.",
    )
    .max(40, "The address has at most 40 characters."),
  description: z
    .string(MISSING)
    .trim()
    .max(300, "The description has at most 300 characters.")
    .regex(VISIBLE, INVISIBLE),
  position: z.coerce
    .number({ error: "Please type a whole number." })
    .int("Please type a whole number.")
    .min(0, "The position is 0 or more.")
    .max(9999, "The position is at most 9999."),
});

export type BoardInput = z.infer<typeof boardSchema>;

/** The same for a board that exists. */
export const changeBoardSchema = boardSchema.extend({ boardId: idSchema });
