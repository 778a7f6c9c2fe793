import { z } from "zod";
import { isPublicKey, isSharedSecret } from "@/lib/push/keys";
import { MOST_STANDING } from "@/lib/push/limits";
import { ENDPOINT_LENGTH } from "@/lib/push/services";
import { idSchema } from "@/lib/schema";

const STRANGE = "What the browser sent is not what browsers send.";

/** A browser that is to be told, as its `PushSubscription` says: all of it comes from outside. */
export const deviceForm = z.object({
  endpoint: z.string(STRANGE).min(1, STRANGE).max(ENDPOINT_LENGTH, STRANGE),
  publicKey: z.string(STRANGE).refine(isPublicKey, STRANGE),
  secret: z.string(STRANGE).refine(isSharedSecret, STRANGE),
  /** The forum's key that the browser was given. */
  forumKey: z.string(STRANGE),
});

export type NewDevice = z.infer<typeof deviceForm>;

export const removeDeviceForm = z.object({ device: idSchema });

const checked = z
  .literal("yes")
  .optional()
  .transform((value) => value === "yes");

/** Which notices somebody wants pushed. An empty form is none that was filled in, with all boxes empty. */
export const wishesForm = z
  .object({
    ...{ reply: checked, quote: checked, mention: checked },
    ...{ watch: checked, changed: checked, decision: checked },
    whole: z.literal("yes", "The form did not arrive whole: please send it again."),
  })
  .transform(({ whole: _, ...wishes }) => wishes);

/** The notices that a device shows: their ids in an address, separated by commas. */
export const shownNotices = z
  .string()
  .max(11 * MOST_STANDING)
  .transform((text) => (text === "" ? [] : text.split(",")))
  .pipe(z.array(idSchema).max(MOST_STANDING));
