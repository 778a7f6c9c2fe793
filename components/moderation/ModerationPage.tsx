import { ModerationForm } from "@/components/moderation/ModerationForm.client";
import { count } from "@/components/ui/count";
import { Notice } from "@/components/ui/Notice";
import { Page } from "@/components/ui/Page";
import type { Reach } from "@/lib/moderation/queries";
import { type ModerationVerb, routes } from "@/lib/routes";
import { snippet } from "@/lib/text/snippet";

const EXCERPT_LENGTH = 300;

const TITLES: Record<ModerationVerb, string> = {
  hide: "Hide this",
  unhide: "Show this again",
  lock: "Lock this",
  unlock: "Unlock this",
};

const EFFECTS: Record<ModerationVerb, string> = {
  hide: "Nobody but its author and moderators will see it, nor any quote of it. Nothing is lost: it can be shown again as it was.",
  unhide: "Everybody will see it again, and every quote of it, as they were.",
  lock: "It can still be read, but nobody but moderators can reply or edit.",
  unlock: "Replies and edits are possible again.",
};

/** What a moderator sees before acting: what it is, what it touches, what will happen. */
export function ModerationPage({ verb, reach }: { verb: ModerationVerb; reach: Reach }) {
  const target = reach.postId === null ? "thread" : "post";
  const back = reach.postId === null ? routes.thread(reach.threadId) : routes.post(reach.postId);
  return (
    <Page title={`${TITLES[verb]} ${target}`}>
      <div className="grid gap-1 border-l-2 border-line pl-4">
        <p className="font-medium">{reach.title}</p>
        <p className="facts">
          {reach.author === null ? "deleted by its author" : `by ${reach.author}`}
        </p>
        <p className="font-serif">{snippet(reach.excerpt, EXCERPT_LENGTH)}</p>
      </div>
      <p>
        It touches <strong>{count(reach.replies, "reply", "replies")}</strong> and{" "}
        <strong>{count(reach.quotes, "quote")}</strong>. {EFFECTS[verb]}
      </p>
      {isSo(verb, reach) ? (
        <Notice>That is already so: nothing needs to be done.</Notice>
      ) : (
        <ModerationForm verb={verb} target={target} id={reach.postId ?? reach.threadId} />
      )}
      <p>
        <a href={back}>Back without doing anything</a>
      </p>
    </Page>
  );
}

function isSo(verb: ModerationVerb, reach: Reach): boolean {
  if (verb === "hide") return reach.hidden;
  if (verb === "unhide") return !reach.hidden;
  return verb === "lock" ? reach.locked : !reach.locked;
}
