import type { ReactNode } from "react";
import { BlockButton } from "@/components/blocks/BlockButton";
import { ActivityPicture } from "@/components/history/ActivityPicture";
import { PersonLinks } from "@/components/people/PersonLinks";
import { OrderTabs } from "@/components/thread/OrderTabs";
import { Drawn } from "@/components/ui/Drawn";
import { VoteForm } from "@/components/vote/VoteForm";
import type { PersonView } from "@/lib/accounts/people.queries";
import type { Activity } from "@/lib/history/activity";
import { routes } from "@/lib/routes";
import type { PersonRights } from "@/lib/sanctions/reach.queries";

/** What is shown of a person above what they wrote. */
export interface PersonFrameProps {
  person: PersonView;
  activity: Activity;
  rights: PersonRights | undefined;
  /** Whether the viewer may read the record. */
  record: boolean;
  /** It is the viewer's own page. */
  own: boolean;
  /** Null where the viewer can't block them. */
  blocked: boolean | null;
}

/** The page of a person: who they are, when they wrote, and a list of it. */
export function PersonFrame({
  person,
  activity,
  rights,
  record,
  own,
  blocked,
  here,
  children,
}: PersonFrameProps & { here: "posts" | "threads"; children: ReactNode }) {
  const { username } = person;
  const address = here === "posts" ? routes.person(username) : routes.personThreads(username);
  return (
    <main id="main" className="mx-auto w-full max-w-3xl px-4 py-8">
      <h1 className="text-2xl font-semibold">{username}</h1>
      <p className="facts">
        <span>
          {person.claimed ? "Here since " : "The name came with an import on "}
          {person.createdAt.toISOString().slice(0, 10)}
        </span>
        <a href={routes.personFeed(username)}>Feed</a>
        {own && <a href={routes.mine()}>Your posts, votes, drafts and bookmarks</a>}
      </p>
      <div className="my-4 grid gap-3">
        <PersonLinks username={username} rights={rights} record={record} />
        {blocked !== null && <BlockButton userId={person.id} blocked={blocked} />}
      </div>
      <VoteForm back={address} />
      <Drawn>
        <ActivityPicture activity={activity} />
        <OrderTabs
          label="What they wrote"
          tabs={[
            { name: "posts", href: routes.person(username), current: here === "posts" },
            { name: "threads", href: routes.personThreads(username), current: here === "threads" },
          ]}
        />
        {children}
      </Drawn>
    </main>
  );
}
