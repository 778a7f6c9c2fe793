"use client";

import { useEffect } from "react";
import { offlineRoom } from "@/components/offline/fetch.client";

/** Has the service worker stand behind every page, after the page itself. */
export function OfflineIsland() {
  useEffect(() => {
    if (process.env.NODE_ENV !== "production") return;
    offlineRoom().then(
      ({ begin }) => begin(),
      () => {},
    );
  }, []);
  return null;
}
