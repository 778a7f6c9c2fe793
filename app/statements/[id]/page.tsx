import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Statement } from "@/components/moderation/Statement";
import { Page } from "@/components/ui/Page";
import { parameter, type SearchParams } from "@/lib/address";
import { appealUntil, isAppealable } from "@/lib/appeals/appeal";
import { requireMember, viewer } from "@/lib/auth";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";
import { markRead } from "@/lib/statements/commands";
import { isStatementKey } from "@/lib/statements/key";
import { readStatement, redactedIn, statementOf } from "@/lib/statements/queries";
import type { StatementView } from "@/lib/statements/statement";

// A key in the address is told to no other site.
export const metadata: Metadata = {
  title: "A decision that concerns you",
  referrer: "same-origin",
  robots: { index: false },
};

interface Props {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

export default async function StatementPage({ params, searchParams }: Props) {
  const id = parseId((await params).id);
  if (id === null) notFound();
  const key = await parameter(searchParams, "key");
  const keyed = key !== undefined && isStatementKey(id, key);
  const who = keyed ? await viewer() : await requireMember(routes.statement(id));
  const statement = await readStatement(who, id);
  // Whoever can't sign in any more was given a private link, and so was whoever was sent a mail.
  if (statement === null) return keyed ? byKey(id, key) : notFound();
  await markRead(who, id);
  return (
    <Page title="A decision that concerns you">
      <Statement statement={statement} redactedIn={await redactedIn(who, statement.actionId)} />
      {mayBeAppealed(statement) && (
        <Objection {...statement} href={routes.newAppeal({ action: statement.actionId })} />
      )}
      <p className="m-0">
        <a href={routes.statements()}>All decisions that concern you</a>
      </p>
    </Page>
  );
}

/** The same for whoever has nothing but the private link; what they may do is by that link, too. */
async function byKey(id: number, key: string) {
  const statement = await statementOf(id);
  if (statement === null) notFound();
  return (
    <Page title="A decision that concerns you">
      <Statement statement={statement} redactedIn={[]} />
      {mayBeAppealed(statement) && <Objection {...statement} href={routes.appealByKey(id, key)} />}
    </Page>
  );
}

function Objection({ at, href }: { at: Date; href: string }) {
  return (
    <p className="m-0">
      You can object until {appealUntil(at).toISOString().slice(0, 10)}; somebody else than who
      acted decides. <a href={href}>Appeal</a>
    </p>
  );
}

function mayBeAppealed({ kind, role, undone, at }: StatementView): boolean {
  return isAppealable(kind) && role !== "quoter" && !undone && new Date() < appealUntil(at);
}
