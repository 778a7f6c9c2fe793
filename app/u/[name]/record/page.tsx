import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PersonFactsBox, standingInWords } from "@/components/people/PersonFactsBox";
import { PersonLinks } from "@/components/people/PersonLinks";
import { RecordLines } from "@/components/people/RecordLines";
import { buttonClass } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { Page } from "@/components/ui/Page";
import { findPerson } from "@/lib/accounts/people.queries";
import { parameter, type SearchParams } from "@/lib/address";
import { requireMember } from "@/lib/auth";
import { routes } from "@/lib/routes";
import { personFacts } from "@/lib/sanctions/people.queries";
import { rightsOver } from "@/lib/sanctions/reach.queries";
import { numbersOf, recordOf } from "@/lib/sanctions/record.queries";
import { parseId } from "@/lib/schema";

export const metadata: Metadata = { title: "Record", robots: { index: false } };

interface Props {
  params: Promise<{ name: string }>;
  searchParams: SearchParams;
}

export default async function RecordPage({ params, searchParams }: Props) {
  const person = await findPerson((await params).name);
  if (person === null) notFound();
  const who = await requireMember(routes.personRecord(person.username));
  const before = parseId(await parameter(searchParams, "before")) ?? undefined;
  const record = await recordOf(who, person.id, { before });
  const numbers = await numbersOf(who, person.id);
  if (record === null || numbers === null) notFound();
  const restricted = (await personFacts(who, person.id))?.restricted ?? null;
  const { username } = person;
  return (
    <Page
      title={`Record of ${username}`}
      intro={
        <>
          Only <bdi>{username}</bdi> and moderators can read this page.{" "}
          <a href={routes.person(username)}>What they wrote</a>
        </>
      }
    >
      <PersonFactsBox numbers={numbers} />
      {restricted !== null && who.id !== person.id && (
        <Notice>{standingInWords(username, restricted)}</Notice>
      )}
      <PersonLinks username={username} rights={(await rightsOver(who, person.id)) ?? undefined} />
      <RecordLines lines={record.lines} now={new Date()} withdraw />
      {record.next !== null && (
        <p className="m-0">
          <a href={routes.personRecord(username, record.next)} rel="next" className={buttonClass()}>
            Older actions
          </a>
        </p>
      )}
    </Page>
  );
}
