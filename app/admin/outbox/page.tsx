import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OutboxList } from "@/components/mail/OutboxList";
import { buttonClass } from "@/components/ui/Button";
import { count } from "@/components/ui/count";
import { Page } from "@/components/ui/Page";
import { parameter, type SearchParams } from "@/lib/address";
import { requireMember } from "@/lib/auth";
import { env } from "@/lib/env";
import { readOutbox } from "@/lib/mail/queries";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";

export const metadata: Metadata = { title: "Outbox", robots: { index: false } };

export default async function OutboxPage({ searchParams }: { searchParams: SearchParams }) {
  const member = await requireMember(routes.outbox());
  const before = parseId(await parameter(searchParams, "before")) ?? undefined;
  const outbox = await readOutbox(member, before);
  if (outbox === null) notFound();
  const local = env().SMTP_URL === "";
  return (
    <Page
      title="Outbox"
      intro={
        local
          ? "This forum has no mail server (SMTP_URL), so its mail stays here, for admins alone. Its links work: pass on with care."
          : `What was handed to the mail server. Words are not kept; ${count(outbox.waiting, "mail")} waiting.`
      }
    >
      {outbox.mails.length === 0 ? (
        <p className="empty">No mail yet.</p>
      ) : (
        <OutboxList mails={outbox.mails} local={local} now={new Date()} />
      )}
      {outbox.next !== null && (
        <p className="m-0">
          <a href={routes.outbox(outbox.next)} rel="next" className={buttonClass()}>
            Older mails
          </a>
        </p>
      )}
    </Page>
  );
}
