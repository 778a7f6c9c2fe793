import type { Metadata } from "next";
import { MineTabs } from "@/components/history/MineTabs";
import { VoteLines } from "@/components/history/VoteLines";
import { buttonClass } from "@/components/ui/Button";
import { Page } from "@/components/ui/Page";
import { parameter, type SearchParams } from "@/lib/address";
import { requireMember } from "@/lib/auth";
import { listOwnVotes } from "@/lib/history/votes.queries";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";

export const metadata: Metadata = { title: "Your votes", robots: { index: false } };

export default async function OwnVotesPage({ searchParams }: { searchParams: SearchParams }) {
  const who = await requireMember(routes.ownVotes());
  const before = parseId(await parameter(searchParams, "before")) ?? undefined;
  const { lines, next } = await listOwnVotes(who, before);
  return (
    <Page title="Yours" intro="What you wrote, voted on and kept: for you alone.">
      <MineTabs here="votes" />
      {lines.length === 0 && <p className="empty m-0">You have voted on nothing yet.</p>}
      <VoteLines lines={lines} now={new Date()} />
      {next !== null && (
        <p className="m-0">
          <a href={routes.ownVotes(next)} rel="next" className={buttonClass()}>
            Votes on older posts
          </a>
        </p>
      )}
    </Page>
  );
}
