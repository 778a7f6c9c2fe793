import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { HeldList } from "@/components/reports/HeldList";
import { QueueKeys } from "@/components/reports/QueueKeys.client";
import { QueueTabs } from "@/components/reports/QueueTabs";
import { Notice } from "@/components/ui/Notice";
import { Page } from "@/components/ui/Page";
import { parameter, type SearchParams } from "@/lib/address";
import { requireMember } from "@/lib/auth";
import { hasQueue } from "@/lib/policy/reports";
import { HELD_PER_PAGE, listHeld } from "@/lib/reports/held.queries";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "Held", robots: { index: false } };

const DONE = new Map([
  ["approve", "Approved: everybody can read it now."],
  ["keep", "It stays hidden, and its author was told why."],
  ["late", "Somebody else decided on this before you. Nothing was done twice."],
]);

/** What automatic rules hold on the viewer's boards until a moderator has read it. */
export default async function HeldPage({ searchParams }: { searchParams: SearchParams }) {
  const who = await requireMember(routes.held());
  if (!hasQueue(who)) notFound();
  const lines = await listHeld(who);
  const done = (await parameter(searchParams, "done")) ?? "";
  const said = DONE.get(done);
  return (
    <Page title="Queue" intro="What an automatic rule holds until a moderator has read it.">
      {said !== undefined && <Notice look={done === "late" ? "bad" : "good"}>{said}</Notice>}
      <div>
        <QueueTabs current="held" />
        {lines.length === 0 ? (
          <p className="empty m-0">Nothing is held.</p>
        ) : (
          <HeldList lines={lines} now={new Date()} />
        )}
      </div>
      {lines.length > 0 && <QueueKeys />}
      {lines.length === HELD_PER_PAGE && (
        <p className="m-0 text-soft">More may follow when these are decided.</p>
      )}
    </Page>
  );
}
