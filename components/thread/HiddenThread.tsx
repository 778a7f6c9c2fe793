import { Page } from "@/components/ui/Page";
import { routes } from "@/lib/routes";
import type { StatedReason } from "@/lib/threads/view";

/** What stands at the address of a hidden thread: that it was hidden, when and why; no word of it. */
export function HiddenThread({ hidden }: { hidden: StatedReason }) {
  const day = hidden.at.toISOString().slice(0, 10);
  return (
    <Page title="This thread was hidden">
      <p>
        A moderator hid it on <time dateTime={hidden.at.toISOString()}>{day}</time>, for this reason:
      </p>
      <blockquote className="border-l-4 border-edge pl-4">{hidden.reason}</blockquote>
      <p>
        <a href={routes.front()}>Go to the front page</a>
      </p>
    </Page>
  );
}
