import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { AppealForm } from "@/components/appeals/AppealForm";
import { OwnAppeal } from "@/components/appeals/OwnAppeal";
import { Page } from "@/components/ui/Page";
import { parameter, type SearchParams } from "@/lib/address";
import { type KeyedStatement, newAppealOf, statementByKey } from "@/lib/appeals/entitled.queries";
import { readOwnAppeal } from "@/lib/appeals/queries";
import { parseGround } from "@/lib/appeals/schema";
import { requireMember } from "@/lib/auth";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";

// A key in the address is told to no other site.
export const metadata: Metadata = {
  title: "Appeal",
  robots: { index: false, follow: false },
  referrer: "same-origin",
};

const INTRO =
  "Somebody else than who decided looks at it again, and answers you with reasons. You can appeal once.";

/**
 * The form for an appeal against an action (`?action=`) or a dismissed report (`?case=`); for whoever
 * can't sign in any more, by the key of a statement (`?statement=&key=`).
 */
export default async function NewAppealPage({ searchParams }: { searchParams: SearchParams }) {
  const statement = parseId(await parameter(searchParams, "statement"));
  const key = await parameter(searchParams, "key");
  if (statement !== null && key !== undefined) return byKey({ statement, key });
  const against = parseGround({
    action: await parameter(searchParams, "action"),
    case: await parameter(searchParams, "case"),
  });
  const who = await requireMember(against === null ? routes.appeals() : routes.newAppeal(against));
  const appeal = against === null ? null : await newAppealOf(who, against, new Date());
  if (appeal === null || against === null) notFound();
  if (appeal.found === "appealed") redirect(routes.appeal(appeal.appealId));
  return (
    <Page title="Appeal" intro={INTRO}>
      <AppealForm appeal={appeal} hidden={against} />
    </Page>
  );
}

/** The form, then the appeal with its answer: all at one address, the private link's. */
async function byKey(keyed: KeyedStatement) {
  const found = await statementByKey(keyed);
  if (found === null) notFound();
  const { appellant, against } = found;
  const now = new Date();
  const appeal = await newAppealOf(appellant, against, now);
  if (appeal === null) notFound();
  if (appeal.found === "appealed") {
    const made = await readOwnAppeal(appellant.id, appeal.appealId);
    if (made === null) notFound();
    return <OwnAppeal appeal={made} now={now} />;
  }
  return (
    <Page title="Appeal" intro={INTRO}>
      <AppealForm appeal={appeal} hidden={{ ...keyed }} />
    </Page>
  );
}
