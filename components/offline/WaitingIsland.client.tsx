"use client";

import type { ComponentProps } from "react";
import { offlineRoom } from "@/components/offline/fetch.client";
import type { WaitingReplies } from "@/components/offline/WaitingReplies.client";
import { useLater } from "@/components/ui/later.client";

/** The place of replies that wait for the network; what draws them is fetched after the page. */
export function WaitingIsland(props: ComponentProps<typeof WaitingReplies>) {
  const { value: room } = useLater(offlineRoom);
  return room && <room.WaitingReplies {...props} />;
}
