import { z } from "zod";
import { idSchema } from "@/lib/schema";

/** Blocks a person, or no longer. */
export const blockForm = z.object({ userId: idSchema });

/** Mutes a thread, or no longer. */
export const muteForm = z.object({ threadId: idSchema });
