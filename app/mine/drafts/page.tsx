import type { Metadata } from "next";
import { Drafts } from "@/components/history/Drafts.client";
import { MineTabs } from "@/components/history/MineTabs";
import { WaitingIsland } from "@/components/offline/WaitingIsland.client";
import { Page } from "@/components/ui/Page";
import { requireMember } from "@/lib/auth";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "Your drafts", robots: { index: false } };

export default async function DraftsPage() {
  const who = await requireMember(routes.drafts());
  return (
    <Page
      title="Yours"
      intro="Texts that you began and have not published. They are kept in this browser alone, and sent nowhere."
    >
      <MineTabs here="drafts" />
      <WaitingIsland userId={who.id} here="drafts" />
      <Drafts userId={who.id} />
    </Page>
  );
}
