import { z } from "zod";

/** How the forum answers a reply that was kept. */
export const answerSchema = z.object({ message: z.string(), href: z.string().nullable() });

export type Answer = z.infer<typeof answerSchema>;
