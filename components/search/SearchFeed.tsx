import { ActionForm } from "@/components/account/ActionForm.client";
import { Panel } from "@/components/account/Panel";
import { PrivateAddress } from "@/components/feeds/PrivateAddress";
import { renewFeedAction } from "@/lib/search/saved.actions";

/**
 * The private feed of a saved search, for whoever keeps it.
 *
 * @param address the full address of it
 */
export function SearchFeed({ id, name, address }: { id: number; name: string; address: string }) {
  return (
    <Panel
      title={`Feed of “${name}”`}
      intro="What it finds, for a program that reads feeds. Nobody else knows the address; whoever you give it to can read along until you make another one."
    >
      <PrivateAddress address={address} />
      <ActionForm
        action={renewFeedAction}
        lines={[]}
        hidden={{ saved: id }}
        submit="Make another address"
        look="plain"
      />
    </Panel>
  );
}
