import { z } from "zod";
import { RHYTHMS } from "@/lib/mail/rhythm";

export const rhythmSchema = z.object({
  rhythm: z.enum(RHYTHMS, "Please choose how often mail may come."),
});
