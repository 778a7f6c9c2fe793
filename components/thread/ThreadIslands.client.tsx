"use client";

import { type ComponentProps, useEffect } from "react";
import { AnswersIsland } from "@/components/answers/AnswersIsland.client";
import { LiveIsland } from "@/components/live/LiveIsland.client";
import { ReturnIsland } from "@/components/live/ReturnIsland.client";
import { ContextIsland } from "@/components/quote/ContextIsland.client";
import { MoreIsland } from "@/components/thread/MoreIsland.client";
import { measureAhead } from "@/components/thread/measure-ahead.client";
import type { ReplyIsland } from "@/components/thread/ReplyIsland.client";
import { useLater } from "@/components/ui/later.client";

const loadReplies = () => import("@/components/thread/ReplyIsland.client");

/**
 * All that an open thread does by itself, in one component: each that the server names is named again
 * in the page's data.
 *
 * @param reply unset for who is signed out, whose browser then fetches nothing of it
 */
export function ThreadIslands({
  threadId,
  reply,
}: {
  threadId: number;
  reply?: ComponentProps<typeof ReplyIsland> | undefined;
}) {
  useEffect(measureAhead, []);
  return (
    <>
      <ContextIsland />
      <AnswersIsland />
      <MoreIsland />
      <LiveIsland signedIn={reply !== undefined} />
      {reply === undefined && <ReturnIsland threadId={threadId} signedIn={false} />}
      {reply && <MemberIslands threadId={threadId} reply={reply} />}
    </>
  );
}

function MemberIslands({
  threadId,
  reply,
}: {
  threadId: number;
  reply: ComponentProps<typeof ReplyIsland>;
}) {
  const { value: replies, settled } = useLater(loadReplies);
  return (
    <>
      {replies && <replies.ReplyIsland {...reply} />}
      {/* Last: a reply that is opened again above moves what stands below. */}
      {settled && <ReturnIsland threadId={threadId} signedIn />}
    </>
  );
}
