import { nullable, number, object, string, type z } from "zod/mini";

/**
 * What is pushed of a notice: what the list of notices says of it, and no more. Its address follows from
 * its id.
 */
export const payloadSchema = object({
  notice: number(),
  /** Where it happened, if it was in a thread. */
  thread: nullable(number()),
  title: string(),
  /** The beginning of the post, if it is about one. */
  text: string(),
});

export type PushPayload = z.infer<typeof payloadSchema>;

/** By this name a notification takes the place of an earlier one of the same notice. */
export const tagOf = (notice: number) => `notice-${notice}`;
