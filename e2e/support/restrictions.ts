import "./environment";
import { db } from "@/lib/db/client";
import { actOnPerson } from "@/lib/sanctions/commands";
import type { PersonVerb } from "@/lib/sanctions/verbs";
import type { Author } from "./debate";

/** Warns, suspends (for a day), bans or lifts, by the same command as the forms. */
export async function restrict(
  verb: PersonVerb,
  person: Author,
  admin: Author,
  note = "For a test.",
): Promise<void> {
  const { id: ruleId } = await db().rule.findFirstOrThrow({ where: { title: "Spam" } });
  const result = await actOnPerson(admin.viewer, {
    ...{ verb, personId: person.viewer.id, note },
    ...(verb === "lift" ? {} : { ruleId }),
    ...(verb === "suspend" ? { until: new Date(Date.now() + 24 * 3_600_000) } : {}),
  });
  if (!result.ok) throw new Error(result.message);
}
