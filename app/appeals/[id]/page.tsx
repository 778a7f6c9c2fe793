import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Panel } from "@/components/account/Panel";
import { AppealAnswer } from "@/components/appeals/AppealAnswer";
import { AppealDecision } from "@/components/appeals/AppealDecision";
import { GroundFacts } from "@/components/appeals/GroundFacts";
import { appealStage } from "@/components/appeals/ground-words";
import { StillInForce } from "@/components/appeals/StillInForce";
import { Answered } from "@/components/post/Answered";
import { Age } from "@/components/ui/Age";
import { Notice } from "@/components/ui/Notice";
import { Page } from "@/components/ui/Page";
import { parameter, type SearchParams } from "@/lib/address";
import { readAppeal } from "@/lib/appeals/queries";
import { requireMember } from "@/lib/auth";
import { readPost } from "@/lib/posts/queries";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";

export const metadata: Metadata = { title: "An appeal", robots: { index: false } };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

/** An appeal, for who made it and for who may decide it. */
export default async function AppealPage({ params, searchParams }: Props) {
  const id = parseId((await params).id);
  if (id === null) notFound();
  const who = await requireMember(routes.appeal(id));
  const appeal = await readAppeal(who, id);
  if (appeal === null) notFound();
  const { ground, own, decision } = appeal;
  const late = (await parameter(searchParams, "late")) !== undefined;
  const about = own || ground.postId === null ? null : await readPost(who, ground.postId);
  const now = new Date();
  return (
    <Page
      title={own ? "Your appeal" : `Appeal by ${appeal.appellant}`}
      intro={appealStage(decision?.upheld ?? null)}
    >
      {late && <Notice look="bad">This was decided before you. Nothing was done twice.</Notice>}
      <AppealAnswer appeal={appeal} now={now} />
      {!own && appeal.stillInForce && <StillInForce ground={ground} person={appeal.person} />}
      <Panel title="The appeal">
        <p className="m-0 whitespace-pre-line">{appeal.text}</p>
        <p className="m-0 text-sm text-soft">
          <Age date={appeal.createdAt} now={now} />
        </p>
      </Panel>
      <Panel title="Against">
        <GroundFacts ground={ground} actedBy={appeal.actedBy} />
        {about !== null && <Answered post={about.post} hues={{}} now={now} />}
      </Panel>
      {appeal.mayDecide && (
        <Panel title="Decide">
          <AppealDecision appealId={id} ground={ground} />
        </Panel>
      )}
      <p>
        <a href={routes.appeals()}>All appeals</a>
      </p>
    </Page>
  );
}
