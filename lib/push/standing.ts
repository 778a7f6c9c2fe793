import { array, number, object } from "zod/mini";

/** What the forum answers a device that asks which of the notices it shows are still to be shown. */
export const standingSchema = object({ standing: array(number()) });
