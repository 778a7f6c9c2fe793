import { Notice } from "@/components/ui/Notice";
import type { AppealView } from "@/lib/appeals/view";
import { routes } from "@/lib/routes";

/** Of an appeal that was upheld: that what it is against still stands, and the way to end it. */
export function StillInForce({ ground, person }: Pick<AppealView, "ground" | "person">) {
  // All that somebody wrote is shown again thread by thread, by whoever opens that page.
  if (ground.kind === "hide" && person !== null) {
    return (
      <Notice>
        What was hidden is not shown again yet:{" "}
        <a href={routes.moderatePerson(person, "hide-all")} className="underline">
          go on with it
        </a>
        .
      </Notice>
    );
  }
  return <Notice>What the appeal is against still stands: please take it back by hand.</Notice>;
}
