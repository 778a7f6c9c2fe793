import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { HideAllPage } from "@/components/people/HideAllPage";
import { PersonForm } from "@/components/people/PersonForm.client";
import { PersonModerationPage } from "@/components/people/PersonModerationPage";
import { PERSON_EFFECTS } from "@/components/people/person-effects";
import { ShowAllForm } from "@/components/people/ShowAllForm.client";
import { Notice } from "@/components/ui/Notice";
import { findPerson } from "@/lib/accounts/people.queries";
import { requireMember } from "@/lib/auth";
import type { Member } from "@/lib/policy/viewer";
import { routes } from "@/lib/routes";
import { rulesInForce } from "@/lib/rules/queries";
import { hideAllReach } from "@/lib/sanctions/hide-all.queries";
import { type PersonReach, reachOfPerson } from "@/lib/sanctions/reach.queries";
import { personVerbSchema } from "@/lib/sanctions/schema";
import type { PersonVerb } from "@/lib/sanctions/verbs";

export const metadata: Metadata = { title: "Moderate a person", robots: { index: false } };

interface Props {
  params: Promise<{ name: string; verb: string }>;
}

export default async function ModeratePersonPage({ params }: Props) {
  const given = await params;
  const parsed = personVerbSchema.safeParse(given.verb);
  const person = await findPerson(given.name);
  if (!parsed.success || person === null) notFound();
  const verb = parsed.data;
  const who = await requireMember(routes.moderatePerson(person.username, verb));
  const reach = await reachOfPerson(who, person);
  if (reach === null) notFound();
  if (verb === "hide-all") return hideAllPage(who, reach);
  if (verb === "show-all") return showAllPage(who, reach);
  return personPage(verb, reach);
}

async function personPage(verb: PersonVerb, reach: PersonReach): Promise<ReactNode> {
  const { title, effect, nothing } = PERSON_EFFECTS[verb];
  const { id, seen, username } = reach;
  return (
    <PersonModerationPage
      title={`${title} ${username}`}
      effect={effect}
      reach={reach}
      now={new Date()}
    >
      {reach.rights[verb] ? (
        <PersonForm verb={verb} personId={id} seen={seen} rules={await rulesInForce()} />
      ) : (
        <Notice>{nothing}</Notice>
      )}
    </PersonModerationPage>
  );
}

async function hideAllPage(who: Member, reach: PersonReach): Promise<ReactNode> {
  const everything = await hideAllReach(who, reach.id);
  if (everything === null) notFound();
  const rules = await rulesInForce();
  return <HideAllPage reach={reach} everything={everything} rules={rules} now={new Date()} />;
}

async function showAllPage(who: Member, reach: PersonReach): Promise<ReactNode> {
  const everything = await hideAllReach(who, reach.id);
  if (everything === null) notFound();
  const { progress } = everything;
  return (
    <PersonModerationPage
      title={`Show all that ${reach.username} wrote`}
      effect="What hiding all of it hid is shown again as it was, and nothing else: posts that were hidden one by one stay hidden."
      reach={reach}
      now={new Date()}
    >
      {progress === null || progress.undone ? (
        <Notice>There is nothing to take back.</Notice>
      ) : (
        <ShowAllForm actionId={progress.actionId} />
      )}
    </PersonModerationPage>
  );
}
