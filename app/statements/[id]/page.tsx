import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Statement } from "@/components/moderation/Statement";
import { Page } from "@/components/ui/Page";
import { parameter, type SearchParams } from "@/lib/address";
import { appealUntil, isAppealable } from "@/lib/appeals/appeal";
import { requireMember } from "@/lib/auth";
import { isStatementKey } from "@/lib/moderation/statement-key";
import { markRead } from "@/lib/moderation/statements.commands";
import {
  readStatement,
  redactedIn,
  type StatementView,
  statementOf,
} from "@/lib/moderation/statements.queries";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";

export const metadata: Metadata = {
  title: "A decision that concerns you",
  robots: { index: false },
};

interface Props {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

export default async function StatementPage({ params, searchParams }: Props) {
  const id = parseId((await params).id);
  if (id === null) notFound();
  // Whoever can't sign in any more was given a private link.
  if (isStatementKey(id, await parameter(searchParams, "key"))) return <ByKey id={id} />;
  const who = await requireMember(routes.statement(id));
  const statement = await readStatement(who, id);
  if (statement === null) notFound();
  await markRead(who, id);
  return (
    <Page title="A decision that concerns you">
      <Statement statement={statement} redactedIn={await redactedIn(who, statement.actionId)} />
      {mayBeAppealed(statement) && (
        <p className="m-0">
          You can object until {appealUntil(statement.at).toISOString().slice(0, 10)}; somebody else
          than who acted decides.{" "}
          <a href={routes.newAppeal({ action: statement.actionId })}>Appeal</a>
        </p>
      )}
      <p className="m-0">
        <a href={routes.statements()}>All decisions that concern you</a>
      </p>
    </Page>
  );
}

async function ByKey({ id }: { id: number }) {
  const statement = await statementOf({ id });
  if (statement === null) notFound();
  return (
    <Page title="A decision that concerns you">
      <Statement statement={statement} redactedIn={[]} />
    </Page>
  );
}

function mayBeAppealed({ kind, role, undone, at }: StatementView): boolean {
  return isAppealable(kind) && role !== "quoter" && !undone && new Date() < appealUntil(at);
}
