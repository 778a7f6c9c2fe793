import type { Metadata } from "next";
import { Panel } from "@/components/account/Panel";
import { AppealList } from "@/components/appeals/AppealList";
import { QueueKeys } from "@/components/reports/QueueKeys.client";
import { count } from "@/components/ui/count";
import { Page } from "@/components/ui/Page";
import { APPEALS_SHOWN, listOwnAppeals, listWaitingAppeals } from "@/lib/appeals/queries";
import { requireMember } from "@/lib/auth";
import { hasQueue } from "@/lib/policy/reports";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "Appeals", robots: { index: false } };

/** The viewer's own appeals, and those that are the viewer's to decide. */
export default async function AppealsPage() {
  const who = await requireMember(routes.appeals());
  const [waiting, own] = await Promise.all([listWaitingAppeals(who), listOwnAppeals(who)]);
  const now = new Date();
  return (
    <Page
      title="Appeals"
      intro="An appeal is decided by somebody else than who took the decision, and answered with reasons."
    >
      {hasQueue(who) && (
        <Panel title="To decide">
          {waiting.lines.length === 0 ? (
            <p className="m-0 text-soft">No appeal waits for you.</p>
          ) : (
            <>
              <AppealList lines={waiting.lines} now={now} />
              <QueueKeys />
            </>
          )}
          {waiting.lines.length === APPEALS_SHOWN && (
            <p className="m-0 text-soft">More may follow when these are decided.</p>
          )}
          {waiting.against > 0 && (
            <p className="m-0 text-soft">
              Waiting for another moderator, or for an admin: {count(waiting.against, "appeal")}{" "}
              against decisions of yours.
            </p>
          )}
        </Panel>
      )}
      <Panel title="Your own">
        {own.length === 0 ? (
          <p className="m-0 text-soft">
            You have made none. A decision that concerns you says how.
          </p>
        ) : (
          <AppealList lines={own} now={now} />
        )}
      </Panel>
    </Page>
  );
}
