import { Page } from "@/components/ui/Page";
import type { StatedReason } from "@/lib/posts/view";
import { routes } from "@/lib/routes";

/** What stands at the address of a hidden thread or post: that it was hidden, when and why; no word of it. */
export function Tombstone({ what, hidden }: { what: "thread" | "post"; hidden: StatedReason }) {
  const day = hidden.at.toISOString().slice(0, 10);
  return (
    <Page title={hidden.held ? `This ${what} waits for a moderator` : `This ${what} was hidden`}>
      <p>
        {hidden.held ? "An automatic rule holds it since" : "A moderator hid it on"}{" "}
        <time dateTime={hidden.at.toISOString()}>{day}</time>, for this reason:
      </p>
      <blockquote className="border-l-4 border-edge pl-4">{hidden.reason}</blockquote>
      <p>
        <a href={routes.front()}>Go to the front page</a>
      </p>
    </Page>
  );
}
