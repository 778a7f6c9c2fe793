import type { ReactNode } from "react";
import { PersonFactsBox, standingInWords } from "@/components/people/PersonFactsBox";
import { RecordLines } from "@/components/people/RecordLines";
import { Notice } from "@/components/ui/Notice";
import { Page } from "@/components/ui/Page";
import { routes } from "@/lib/routes";
import type { PersonReach } from "@/lib/sanctions/reach.queries";

/** What a moderator sees before acting on a person: who it is, what came before, what will happen. */
export function PersonModerationPage({
  title,
  effect,
  reach,
  now,
  children,
}: {
  title: string;
  /** What the action does, in a sentence or two. */
  effect: string;
  reach: PersonReach;
  now: Date;
  /** The form, or why there is none. */
  children: ReactNode;
}) {
  const { username, restricted } = reach;
  return (
    <Page title={title}>
      <PersonFactsBox numbers={reach.numbers} />
      {restricted !== null && <Notice>{standingInWords(username, restricted)}</Notice>}
      <p className="m-0">{effect}</p>
      {children}
      <section className="grid gap-4 border-t border-line pt-6">
        <h2 className="m-0 text-lg font-semibold">Before this</h2>
        <RecordLines lines={reach.earlier} now={now} />
        <p className="m-0">
          <a href={routes.personRecord(username)}>The whole record</a>
        </p>
      </section>
      <p className="m-0">
        <a href={routes.person(username)}>Back without doing anything</a>
      </p>
    </Page>
  );
}
