import { nullable, object, string, type z } from "zod/mini";

/** How the forum answers a reply that was kept. */
export const answerSchema = object({ message: string(), href: nullable(string()) });

export type Answer = z.infer<typeof answerSchema>;
