"use client";

import { useEffect } from "react";
import { onLive } from "@/components/live/stream.client";
import { returnWhenOnline } from "@/components/offline/return.client";
import { sendWhenOnline } from "@/components/offline/send.client";
import { tellWorker } from "@/components/offline/worker.client";
import type { Tidings } from "@/lib/live/tidings";
import { routes } from "@/lib/routes";

/** Has threads kept for reading without a network, and what was hidden forgotten. */
export function OfflineIsland() {
  useEffect(() => {
    if (process.env.NODE_ENV !== "production" || !("serviceWorker" in navigator)) return;
    // After the page itself. A browser that refuses has a forum that needs the network, as before.
    const register = () =>
      void navigator.serviceWorker.register(routes.serviceWorker()).catch(() => {});
    if (document.readyState === "complete") register();
    else window.addEventListener("load", register, { once: true });
    return () => window.removeEventListener("load", register);
  }, []);
  useEffect(returnWhenOnline, []);
  useEffect(sendWhenOnline, []);
  useEffect(() => {
    const thread = document.querySelector<HTMLElement>("[data-thread][data-since]")?.dataset.thread;
    if (thread === undefined) return;
    const forget = () => tellWorker({ forget: Number(thread) });
    const stop = [
      onLive("gone", forget),
      onLive("stale", forget),
      onLive("thread", (data) => {
        const tidings: Tidings = JSON.parse(data);
        const hidden = tidings.gone.length + tidings.redacted.length > 0;
        if (hidden || tidings.thread === "gone") forget();
      }),
    ];
    return () => {
      for (const each of stop) each();
    };
  }, []);
  return null;
}
