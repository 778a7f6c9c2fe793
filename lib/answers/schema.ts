import { z } from "zod";
import { idSchema } from "@/lib/schema";

/** A place in a plain text as an address writes it; no post is ten million characters long. */
const place = z
  .string("The place of the passage is missing.")
  .regex(/^\d{1,7}$/, "A place in a text is a number.")
  .transform(Number);

/** Which passage of which post is asked about: code points of its own text. */
export const answersInput = z
  .object({ id: idSchema, start: place, end: place })
  .refine(({ start, end }) => start < end, "A passage ends behind its start.");
