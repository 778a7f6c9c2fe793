import { ModerationForm } from "@/components/moderation/ModerationForm.client";
import { VERB_WORDS } from "@/components/moderation/verb-words";
import { count } from "@/components/ui/count";
import { Notice } from "@/components/ui/Notice";
import { Page } from "@/components/ui/Page";
import type { Reach } from "@/lib/moderation/queries";
import type { ModerationVerb } from "@/lib/moderation/verbs";
import { routes } from "@/lib/routes";
import type { Rule } from "@/lib/rules/queries";
import { snippet } from "@/lib/text/snippet";

const EXCERPT_LENGTH = 300;

/** What a moderator sees before acting: what it is, what it touches, what will happen. */
export function ModerationPage({
  verb,
  reach,
  rules,
  boards = [],
}: {
  verb: ModerationVerb;
  reach: Reach;
  rules: readonly Rule[];
  boards?: readonly { slug: string; name: string }[];
}) {
  const target = reach.postId === null ? "thread" : "post";
  const back = reach.postId === null ? routes.thread(reach.threadId) : routes.post(reach.postId);
  const { title, effect } = VERB_WORDS[verb];
  return (
    <Page title={`${title} ${target}`}>
      <div className="grid gap-1 border-l-2 border-line pl-4">
        <p className="font-medium">{reach.title}</p>
        <p className="facts">
          {reach.author === null ? "deleted by its author" : `by ${reach.author}`}
        </p>
        <p className="font-serif">{snippet(reach.excerpt, EXCERPT_LENGTH)}</p>
      </div>
      <p>
        It touches <strong>{count(reach.replies, "reply", "replies")}</strong> and{" "}
        <strong>{count(reach.quotes, "quote")}</strong>
        {reach.otherThreads > 0 && <> in {count(reach.otherThreads, "other thread")} too</>}.{" "}
        {effect}
      </p>
      {isSo(verb, reach) ? (
        <Notice>That is already so: nothing needs to be done.</Notice>
      ) : (
        <ModerationForm
          verb={verb}
          target={target}
          id={reach.postId ?? reach.threadId}
          rules={rules}
          boards={boards}
          replies={reach.replies}
          minutes={reach.slowMinutes}
        />
      )}
      <p>
        <a href={back}>Back without doing anything</a>
      </p>
    </Page>
  );
}

function isSo(verb: ModerationVerb, reach: Reach): boolean {
  const { hidden, locked, pinned, offTopic } = reach;
  const already: Partial<Record<ModerationVerb, boolean>> = {
    ...{
      hide: hidden,
      unhide: !hidden,
      lock: locked,
      unlock: !locked,
      pin: pinned,
      unpin: !pinned,
    },
    ...{ "off-topic": offTopic, "on-topic": !offTopic },
  };
  return already[verb] ?? false;
}
