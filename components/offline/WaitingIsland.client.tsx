"use client";

import { type ComponentProps, useEffect, useState } from "react";
import { offlineRoom } from "@/components/offline/fetch.client";
import type { WaitingReplies } from "@/components/offline/WaitingReplies.client";

/** The place of replies that wait for the network; what draws them is fetched after the page. */
export function WaitingIsland(props: ComponentProps<typeof WaitingReplies>) {
  const [Replies, setReplies] = useState<typeof WaitingReplies | null>(null);
  useEffect(() => {
    offlineRoom().then(
      (room) => setReplies(() => room.WaitingReplies),
      () => {},
    );
  }, []);
  return Replies && <Replies {...props} />;
}
