import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { QueueKeys } from "@/components/reports/QueueKeys.client";
import { QueueList } from "@/components/reports/QueueList";
import { QueueTabs } from "@/components/reports/QueueTabs";
import { buttonClass } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { Page } from "@/components/ui/Page";
import { parameter, type SearchParams } from "@/lib/address";
import { requireMember } from "@/lib/auth";
import { hasQueue } from "@/lib/policy/reports";
import { listQueue } from "@/lib/reports/queue.queries";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";

export const metadata: Metadata = { title: "Queue", robots: { index: false } };

/** What was reported on the viewer's boards and waits for a decision. */
export default async function QueuePage({ searchParams }: { searchParams: SearchParams }) {
  const who = await requireMember(routes.queue());
  if (!hasQueue(who)) notFound();
  const order = (await parameter(searchParams, "order")) === "reported" ? "reported" : "oldest";
  const after = await parameter(searchParams, "after");
  const decided = parseId(await parameter(searchParams, "decided"));
  const { lines, next } = await listQueue(who, { order, after });
  return (
    <Page
      title="Queue"
      intro={
        <>
          What was reported {who.admin ? "" : "on your boards "}and waits for a decision.{" "}
          <a href={routes.appeals()}>Appeals</a>
        </>
      }
    >
      {decided !== null && (
        <Notice look="good">
          Decided, and those who reported it can read so.{" "}
          <a href={routes.reportCase(decided)} className="underline">
            See the case
          </a>
        </Notice>
      )}
      <div>
        <QueueTabs current={order} />
        {lines.length === 0 ? (
          <p className="empty m-0">Nothing waits for a decision.</p>
        ) : (
          <QueueList lines={lines} viewerId={who.id} now={new Date()} />
        )}
      </div>
      {lines.length > 0 && <QueueKeys />}
      {next !== null && (
        <p>
          <a href={routes.queue(order, next)} className={buttonClass()}>
            More cases
          </a>
        </p>
      )}
    </Page>
  );
}
