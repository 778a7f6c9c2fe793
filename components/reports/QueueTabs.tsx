import { OrderTabs } from "@/components/thread/OrderTabs";
import { type QueueOrder, routes } from "@/lib/routes";

const TABS = [
  { what: "oldest", name: "Longest waiting", href: routes.queue() },
  { what: "reported", name: "Most reported", href: routes.queue("reported") },
  { what: "held", name: "Held", href: routes.held() },
] as const;

/** The ways into the queue. */
export function QueueTabs({ current }: { current: QueueOrder | "held" }) {
  const tabs = TABS.map(({ what, name, href }) => ({ name, href, current: what === current }));
  return <OrderTabs label="Queue" tabs={tabs} />;
}
