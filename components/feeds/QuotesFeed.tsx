import { ActionForm } from "@/components/account/ActionForm.client";
import { PrivateAddress } from "@/components/feeds/PrivateAddress";
import { closeQuotesFeedAction, openQuotesFeedAction } from "@/lib/feeds/actions";

/** The private feed of those who quote somebody, in their settings. */
export function QuotesFeed({ address }: { address: string | null }) {
  const form = { lines: [], look: "plain" } as const;
  if (address === null) {
    return <ActionForm {...form} action={openQuotesFeedAction} submit="Make an address" />;
  }
  return (
    <>
      <PrivateAddress address={address} />
      <div className="flex flex-wrap gap-3">
        <ActionForm {...form} action={openQuotesFeedAction} submit="Make another address" />
        <ActionForm {...form} action={closeQuotesFeedAction} submit="Take the feed away" />
      </div>
    </>
  );
}
