/// <reference lib="webworker" />
// The service worker: threads that were read can be read again without a network. While the network
// answers, its answer alone is shown (docs/decisions/0018-offline.md).
import { CacheFirst, ExpirationPlugin, Serwist } from "serwist";
import { changesReader, filesOf } from "@/lib/offline/kept";
import { NOT_KEPT_NOTE, withNote } from "@/lib/offline/note";
import { SYNC_TAG } from "@/lib/offline/waiting";
import { routes } from "@/lib/routes";
import {
  forgetAll,
  forgetThread,
  keptPage,
  pageHeaders,
  presentVisit,
  takeNote,
} from "@/worker/pages";
import { endPush, openNotification, renewSubscription, showPush, tidy } from "@/worker/push";
import { sendWaiting } from "@/worker/send";

declare const self: ServiceWorkerGlobalScope;

/** The page for whatever is not kept, as somebody sees it who is signed out. */
const SHELL = "rejoinder-shell";

/** The name of such a file changes with what is in it, so it is never out of date. */
const files = new CacheFirst({
  cacheName: "rejoinder-files",
  plugins: [
    new ExpirationPlugin({
      maxEntries: 300,
      maxAgeSeconds: 60 * 24 * 3_600,
      maxAgeFrom: "last-used",
    }),
  ],
});

const keepFileIn = (event: ExtendableEvent) => (file: string) =>
  files.handle({ request: new Request(new URL(file, self.location.origin)), event });

async function navigate(request: Request, url: URL, event: FetchEvent): Promise<Response> {
  const visit = presentVisit();
  let response: Response;
  try {
    // Some browsers have none; where it fails, the network itself is asked.
    const early = await Promise.resolve(event.preloadResponse).catch(() => undefined);
    response = early ?? (await fetch(request));
  } catch {
    return (await keptPage(url)) ?? (await offlinePage());
  }
  event.waitUntil(takeNote(url, response, visit, keepFileIn(event)).catch(() => {}));
  return response;
}

async function offlinePage(): Promise<Response> {
  const page = await (await caches.open(SHELL)).match(routes.offline());
  if (page === undefined) return Response.error();
  return new Response(withNote(await page.text(), NOT_KEPT_NOTE), {
    headers: pageHeaders(page.headers),
  });
}

async function keepOfflinePage(event: ExtendableEvent): Promise<void> {
  const response = await fetch(routes.offline(), { credentials: "omit", cache: "no-store" });
  if (!response.ok) throw new Error(`The offline page was answered by ${response.status}.`);
  const html = await response.clone().text();
  await (await caches.open(SHELL)).put(routes.offline(), response);
  await Promise.all(filesOf(html).map((file) => keepFileIn(event)(file).catch(() => {})));
}

self.addEventListener("install", (event) => event.waitUntil(keepOfflinePage(event)));

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method !== "POST" || !changesReader(new URL(url))) return;
  event.waitUntil(forgetAll());
  event.waitUntil(endPush());
});

self.addEventListener("message", (event) => {
  const said = (event.data ?? {}) as { forget?: unknown; send?: unknown; tidy?: unknown };
  if (typeof said.forget === "number") event.waitUntil(forgetThread(said.forget));
  if (said.send === true) event.waitUntil(sendWaiting());
  if (said.tidy === true) event.waitUntil(tidy());
});

self.addEventListener("push", (event) => event.waitUntil(showPush(event.data)));

self.addEventListener("notificationclick", (event) =>
  event.waitUntil(openNotification(event.notification)),
);

self.addEventListener("pushsubscriptionchange", (event) =>
  (event as ExtendableEvent).waitUntil(renewSubscription(event as ExtendableEvent)),
);

/** Background Sync, which TypeScript does not know: the network is back, perhaps with no page open. */
self.addEventListener("sync" as "message", (event) => {
  const { tag } = event as unknown as { tag: string };
  if (tag === SYNC_TAG) event.waitUntil(sentOrAgain());
});

/** Where the forum did not answer, the browser is asked to try once more. */
async function sentOrAgain(): Promise<void> {
  if (!(await sendWaiting())) throw new Error("Some replies still wait.");
}

new Serwist({
  skipWaiting: true,
  clientsClaim: true,
  navigationPreload: true,
  runtimeCaching: [
    {
      matcher: ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith("/_next/static/"),
      // Where the browser's store fails, the network is still there.
      handler: ({ request, event }) => files.handle({ request, event }).catch(() => fetch(request)),
    },
    {
      matcher: ({ request, sameOrigin }) => sameOrigin && request.mode === "navigate",
      handler: ({ request, url, event }) => navigate(request, url, event as FetchEvent),
    },
  ],
}).addEventListeners();
