import { Panel } from "@/components/account/Panel";
import { AppealAnswer } from "@/components/appeals/AppealAnswer";
import { GroundFacts } from "@/components/appeals/GroundFacts";
import { appealStage } from "@/components/appeals/ground-words";
import { Page } from "@/components/ui/Page";
import type { AppealView } from "@/lib/appeals/view";

/** An appeal as whoever made it sees it, who can't sign in. */
export function OwnAppeal({ appeal, now }: { appeal: AppealView; now: Date }) {
  return (
    <Page title="Your appeal" intro={appealStage(appeal.decision?.upheld ?? null)}>
      <AppealAnswer appeal={appeal} now={now} />
      <Panel title="The appeal">
        <p className="m-0 whitespace-pre-line">{appeal.text}</p>
      </Panel>
      <Panel title="Against">
        <GroundFacts ground={appeal.ground} />
      </Panel>
      <p className="m-0 text-soft">Keep the address of this page: the answer will stand here.</p>
    </Page>
  );
}
