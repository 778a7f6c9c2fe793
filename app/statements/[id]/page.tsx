import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Statement } from "@/components/moderation/Statement";
import { Page } from "@/components/ui/Page";
import { requireMember } from "@/lib/auth";
import { markRead } from "@/lib/moderation/statements.commands";
import { readStatement, redactedIn } from "@/lib/moderation/statements.queries";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";

export const metadata: Metadata = {
  title: "A decision that concerns you",
  robots: { index: false },
};

export default async function StatementPage({ params }: { params: Promise<{ id: string }> }) {
  const id = parseId((await params).id);
  if (id === null) notFound();
  const who = await requireMember(routes.statement(id));
  const statement = await readStatement(who, id);
  if (statement === null) notFound();
  await markRead(who, id);
  return (
    <Page title="A decision that concerns you">
      <Statement statement={statement} redactedIn={await redactedIn(who, statement.actionId)} />
      <p className="m-0">
        <a href={routes.statements()}>All decisions that concern you</a>
      </p>
    </Page>
  );
}
