import { keepReply } from "@/components/offline/outbox.client";
import { SYNC_TAG } from "@/lib/offline/waiting";

/** Not in TypeScript's list: browsers of one maker alone have it. */
interface WithSync {
  sync?: { register(tag: string): Promise<void> };
}

/**
 * Keeps a reply that could not be sent, for the service worker to send it when the network is back.
 *
 * @param draftKey the name of its draft, "7:reply:12"; of anything but a reply nothing is kept
 * @returns whether it is kept
 */
export async function keepForLater(draftKey: string, form: FormData): Promise<boolean> {
  const [author, kind] = draftKey.split(":");
  const fields: Record<string, string> = {};
  for (const [name, value] of form)
    if (typeof value === "string" && !name.startsWith("$")) fields[name] = value;
  const post = Number(fields.post);
  const wanted = kind === "reply" && fields.intent === "publish" && post > 0;
  if (!wanted || !fields.formKey || !("serviceWorker" in navigator)) return false;
  try {
    const registration = await navigator.serviceWorker.getRegistration();
    if (!registration?.active) return false;
    await keepReply({
      ...{ formKey: fields.formKey, author: Number(author), post, fields },
      ...{ at: Date.now(), state: "waiting", message: "", href: null },
    });
    await (registration as unknown as WithSync).sync?.register(SYNC_TAG).catch(() => {});
    return true;
  } catch {
    // Storage is full or forbidden: the text stays where it was typed.
    return false;
  }
}
