import { z } from "zod";
import { MAIL_PACES } from "@/lib/notices/settings";
import { idSchema } from "@/lib/schema";

/** How much of a thread somebody wants to be told. */
export const levelForm = z.object({
  threadId: idSchema,
  level: z.enum(["watch", "follow", "mute"], { error: "Please choose one of the three." }),
});

/** All notices up to one were read. */
export const readAllForm = z.object({ through: idSchema });

const pace = z.enum(MAIL_PACES, { error: "Please choose one of the three." });
const checked = z
  .literal("yes")
  .optional()
  .transform((value) => value === "yes");

/** What somebody wants to be told, and how soon by mail. */
export const settingsForm = z
  .object({
    ...{ watchOpened: checked, watchAnswered: checked },
    ...{ reply: pace, quote: pace, mention: pace, watch: pace, changed: pace, decision: pace },
  })
  .transform(({ watchOpened, watchAnswered, ...mail }) => ({ watchOpened, watchAnswered, mail }));
