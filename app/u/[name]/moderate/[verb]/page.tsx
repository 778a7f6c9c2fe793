import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PersonForm } from "@/components/people/PersonForm.client";
import { PersonModerationPage } from "@/components/people/PersonModerationPage";
import { PERSON_EFFECTS } from "@/components/people/person-effects";
import { Notice } from "@/components/ui/Notice";
import { findPerson } from "@/lib/accounts/people.queries";
import { requireMember } from "@/lib/auth";
import { personVerbSchema } from "@/lib/moderation/people.schema";
import { reachOfPerson } from "@/lib/moderation/person-reach.queries";
import { rulesInForce } from "@/lib/moderation/rules.queries";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "Moderate a person", robots: { index: false } };

interface Props {
  params: Promise<{ name: string; verb: string }>;
}

export default async function ModeratePersonPage({ params }: Props) {
  const given = await params;
  const parsed = personVerbSchema.extract(["warn", "suspend", "ban", "lift"]).safeParse(given.verb);
  if (!parsed.success) notFound();
  const verb = parsed.data;
  const person = await findPerson(given.name);
  if (person === null) notFound();
  const who = await requireMember(routes.moderatePerson(person.username, verb));
  const reach = await reachOfPerson(who, person);
  if (reach === null) notFound();
  const { title, effect } = PERSON_EFFECTS[verb];
  return (
    <PersonModerationPage
      title={`${title} ${reach.username}`}
      effect={effect}
      reach={reach}
      now={new Date()}
    >
      {reach.rights[verb] ? (
        <PersonForm
          verb={verb}
          personId={reach.id}
          seen={reach.seen}
          rules={await rulesInForce()}
        />
      ) : (
        <Notice>{NOTHING[verb]}</Notice>
      )}
    </PersonModerationPage>
  );
}

/** Why there is no form for somebody who may act on the person otherwise. */
const NOTHING = {
  warn: "That is not yours to do.",
  suspend: "Only an admin may do that, and a ban would have to be lifted first.",
  ban: "Only an admin may do that, and only once.",
  lift: "There is nothing to lift, or only an admin may do it.",
};
