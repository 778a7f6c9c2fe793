import { OrderTabs } from "@/components/thread/OrderTabs";
import { routes } from "@/lib/routes";

const TABS = [
  { name: "posts", href: routes.mine() },
  { name: "votes", href: routes.ownVotes() },
  { name: "drafts", href: routes.drafts() },
  { name: "bookmarks", href: routes.bookmarks() },
] as const;

/** The ways between what is somebody's own. */
export function MineTabs({ here }: { here: (typeof TABS)[number]["name"] }) {
  return (
    <OrderTabs label="Yours" tabs={TABS.map((tab) => ({ ...tab, current: tab.name === here }))} />
  );
}
