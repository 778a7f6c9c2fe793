import { VOTE_FORM } from "@/components/vote/VoteButtons";
import { VoteIsland } from "@/components/vote/VoteIsland.client";
import { routes } from "@/lib/routes";

/** The one form of all vote buttons on a page. `back` is the page to return to without scripts. */
export function VoteForm({ back }: { back: string }) {
  return (
    <form id={VOTE_FORM} action={routes.vote()} method="post">
      <input type="hidden" name="back" value={back} />
      <VoteIsland />
    </form>
  );
}
