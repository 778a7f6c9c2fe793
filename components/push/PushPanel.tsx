import { Panel } from "@/components/account/Panel";
import { DeviceList } from "@/components/push/DeviceList.client";
import { ThisDevice } from "@/components/push/ThisDevice.client";
import { WishesForm } from "@/components/push/WishesForm.client";
import { ageOf } from "@/components/ui/elapsed";
import type { DeviceView } from "@/lib/push/queries";
import type { PushWishes } from "@/lib/push/wishes";

/** Push notifications in the settings of notices: of this device, of others, and what they tell. */
export function PushPanel({
  forumKey,
  devices,
  wishes,
  now,
}: {
  forumKey: string;
  devices: readonly DeviceView[];
  wishes: PushWishes;
  now: Date;
}) {
  const lines = devices.map(({ since, ...device }) => ({ ...device, since: ageOf(since, now) }));
  return (
    <Panel
      title="Push notifications"
      intro="What is new, as it happens, also while no page of the forum is open: who did what in which thread, and the first words of the post. Whoever looks at the device’s screen can read them. Signing out on a device ends it there."
    >
      <ThisDevice forumKey={forumKey} told={devices.some(({ isThis }) => isThis)} />
      {lines.length > 0 && <DeviceList devices={lines} />}
      <WishesForm key={JSON.stringify(wishes)} wishes={wishes} />
    </Panel>
  );
}
