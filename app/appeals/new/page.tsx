import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { GroundFacts } from "@/components/appeals/GroundFacts";
import { WordsForm } from "@/components/reports/WordsForm.client";
import { Notice } from "@/components/ui/Notice";
import { Page } from "@/components/ui/Page";
import { parameter, type SearchParams } from "@/lib/address";
import { appealAction } from "@/lib/appeals/actions";
import { newAppealOf } from "@/lib/appeals/entitled.queries";
import { parseGround } from "@/lib/appeals/schema";
import { requireMember } from "@/lib/auth";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "Appeal", robots: { index: false } };

/** The form for an appeal against an action (`?action=`) or a dismissed report (`?case=`). */
export default async function NewAppealPage({ searchParams }: { searchParams: SearchParams }) {
  const against = parseGround({
    action: await parameter(searchParams, "action"),
    case: await parameter(searchParams, "case"),
  });
  const who = await requireMember(against === null ? routes.appeals() : routes.newAppeal(against));
  if (against === null) notFound();
  const appeal = await newAppealOf(who, against, new Date());
  if (appeal === null) notFound();
  if (appeal.found === "appealed") redirect(routes.appeal(appeal.appealId));
  return (
    <Page
      title="Appeal"
      intro="Somebody else than who decided looks at it again, and answers you with reasons. You can appeal once."
    >
      {appeal.found === "refused" ? (
        <Notice>{appeal.why}</Notice>
      ) : (
        <>
          <GroundFacts ground={appeal.ground} />
          <WordsForm
            action={appealAction}
            hidden={against}
            name="text"
            label="Why should the decision be another one?"
            hint={`Possible until ${appeal.until.toISOString().slice(0, 10)}.`}
            rows={7}
            buttons={[{ label: "Send appeal", look: "primary" }]}
          />
        </>
      )}
    </Page>
  );
}
