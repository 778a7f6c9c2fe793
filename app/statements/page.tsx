import type { Metadata } from "next";
import { statementSentence } from "@/components/moderation/statement-words";
import { Age } from "@/components/ui/Age";
import { buttonClass } from "@/components/ui/Button";
import { Page } from "@/components/ui/Page";
import { parameter, type SearchParams } from "@/lib/address";
import { requireMember } from "@/lib/auth";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";
import { listStatements, STATEMENTS_PER_PAGE } from "@/lib/statements/queries";

export const metadata: Metadata = { title: "Decisions that concern you", robots: { index: false } };

export default async function StatementsPage({ searchParams }: { searchParams: SearchParams }) {
  const who = await requireMember(routes.statements());
  const before = parseId(await parameter(searchParams, "before")) ?? undefined;
  const statements = await listStatements(who, before);
  const now = new Date();
  const last = statements.at(-1);
  return (
    <Page
      title="Decisions that concern you"
      intro="What moderators decided about what you wrote, what you quote, or you; and why."
    >
      {statements.length === 0 && <p className="empty">There are none.</p>}
      <ol className="m-0 grid list-none gap-5 p-0">
        {statements.map((statement) => (
          <li key={statement.id} className="grid gap-1">
            <a
              href={routes.statement(statement.id)}
              className={statement.unread ? "font-semibold" : undefined}
            >
              {statementSentence(statement)}
            </a>
            <p className="facts m-0">
              {statement.unread && <span>new</span>}
              <Age date={statement.at} now={now} />
              {statement.reason !== "" && <span>{statement.reason}</span>}
              {statement.undone && <span>taken back since</span>}
            </p>
          </li>
        ))}
      </ol>
      {statements.length === STATEMENTS_PER_PAGE && last !== undefined && (
        <p className="m-0">
          <a href={routes.statements(last.id)} rel="next" className={buttonClass()}>
            Older ones
          </a>
        </p>
      )}
    </Page>
  );
}
