"use client";

import { useEffect, useState } from "react";
import { dropReply, keptReplies, onOutbox } from "@/components/offline/outbox.client";
import { forgetDraft, isWritten } from "@/components/offline/sent.client";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import type { WaitingReply } from "@/lib/offline/waiting";
import { routes } from "@/lib/routes";
import { snippet } from "@/lib/text/snippet";

const EXCERPT_LENGTH = 200;

/** The replies of somebody that were written without a network, and what became of them. */
export function WaitingReplies({ userId, here }: { userId: number; here: "thread" | "drafts" }) {
  const [replies, setReplies] = useState<WaitingReply[]>([]);
  useEffect(() => {
    const show = async () => {
      const own = (await keptReplies()).filter(({ author }) => author === userId);
      const shown = own.filter(({ post }) => here === "drafts" || isOnPage(post));
      setReplies(shown);
      for (const reply of own) if (reply.state === "sent") land(reply);
    };
    // A browser that refuses storage keeps no reply.
    const showAgain = () => void show().catch(() => {});
    showAgain();
    return onOutbox(showAgain);
  }, [userId, here]);
  if (replies.length === 0) return null;
  return (
    <section aria-label="Written offline" className="waiting">
      {replies.map((reply) => (
        <Waiting key={reply.formKey} reply={reply} />
      ))}
    </section>
  );
}

function Waiting({ reply }: { reply: WaitingReply }) {
  const { post, state, message, href, fields, formKey } = reply;
  const answered = <a href={routes.post(post)}>post {post}</a>;
  if (state === "sent") {
    return (
      <Notice look="good">
        Your answer to {answered} was sent. <a href={href ?? routes.post(post)}>Read it</a>.
      </Notice>
    );
  }
  return (
    <Notice look={state === "refused" ? "bad" : "plain"}>
      <p className="m-0">
        {state === "refused" ? "Not sent" : "Waiting to be sent"}: your answer to {answered}.{" "}
        {message} {href !== null && <a href={href}>See there</a>}
      </p>
      <p className="m-0 my-2 font-serif">{snippet(fields.text ?? "", EXCERPT_LENGTH)}</p>
      <p className="m-0 flex flex-wrap items-center gap-4">
        {state === "refused" && <a href={routes.reply(post)}>Write on</a>}
        <Button type="button" className="text-sm" onClick={() => void dropReply(formKey)}>
          {state === "refused" ? "Discard" : "Do not send"}
        </Button>
      </p>
    </Notice>
  );
}

/** A reply that was sent leaves nothing behind, and leads to where it is if its form is still open. */
function land(reply: WaitingReply): void {
  if (isWritten(reply)) {
    window.location.assign(reply.href ?? routes.post(reply.post));
    return;
  }
  forgetDraft(reply);
  // It is told once: on this page it stays to be read.
  setTimeout(() => void dropReply(reply.formKey).catch(() => {}), TOLD_FOR);
}

/** Long enough to be read (milliseconds). */
const TOLD_FOR = 15_000;

const isOnPage = (postId: number) => document.getElementById(`post-${postId}`) !== null;
