import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { WaitingReply } from "@/lib/offline/waiting";

// Replies that wait for the network, in this browser: written by pages, sent by the service worker.

interface Outbox extends DBSchema {
  replies: { key: string; value: WaitingReply };
}

let opened: Promise<IDBPDatabase<Outbox>> | undefined;

function database(): Promise<IDBPDatabase<Outbox>> {
  opened ??= openDB<Outbox>("rejoinder-outbox", 1, {
    upgrade: (made) => void made.createObjectStore("replies", { keyPath: "formKey" }),
    terminated: () => {
      opened = undefined;
    },
  });
  return opened;
}

const CHANNEL = "rejoinder-outbox";

/** Tells the open pages, this one included: a channel does not hear itself. */
function tellAll(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage("changed");
  channel.close();
}

/** @returns stops that */
export function onOutbox(handler: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener("message", handler);
  return () => channel.close();
}

export async function keptReplies(): Promise<WaitingReply[]> {
  const replies = await (await database()).getAll("replies");
  return replies.sort((a, b) => a.at - b.at);
}

/** Keeps a reply, in the place of what the same form held before. */
export async function keepReply(reply: WaitingReply): Promise<void> {
  await (await database()).put("replies", reply);
  tellAll();
}

/** Writes down what became of a reply, unless it was changed or discarded meanwhile. */
export async function settleReply(reply: WaitingReply, what: Partial<WaitingReply>): Promise<void> {
  const write = (await database()).transaction("replies", "readwrite");
  const present = await write.store.get(reply.formKey);
  if (present?.at === reply.at) await write.store.put({ ...present, ...what });
  await write.done;
  tellAll();
}

export async function dropReply(formKey: string): Promise<void> {
  await (await database()).delete("replies", formKey);
  tellAll();
}
