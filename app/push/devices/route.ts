import { allowDevice } from "@/lib/accounts/rate-limit";
import { currentSession } from "@/lib/auth";
import { parseForm } from "@/lib/form";
import { statusOf } from "@/lib/http/failure";
import { addDevice } from "@/lib/push/devices.commands";
import { pushSettings } from "@/lib/push/operator";
import { deviceForm } from "@/lib/push/schema";
import { type Failure, failure } from "@/lib/result";

const UNCACHED = { headers: { "cache-control": "no-store" } };

/** The key by which a browser knows the forum's messages, for one that has to subscribe anew by itself. */
export async function GET(): Promise<Response> {
  const set = pushSettings();
  if (set === null) return refusal(failure("missing", "This forum sends no push notifications."));
  return Response.json({ forumKey: set.publicKey }, UNCACHED);
}

/** Has this browser told of what is new for who is signed in here. */
export async function POST(request: Request): Promise<Response> {
  const session = await currentSession();
  if (session === null) return refusal(failure("signed-out", "Please sign in first."));
  const form = await request.formData().catch(() => new FormData());
  const input = parseForm(deviceForm, form);
  if (!input.ok)
    return refusal({ ...input, message: Object.values(input.fields)[0] ?? input.message });
  const limit = await allowDevice(session.member.id);
  if (!limit.ok) return refusal(limit);
  const added = await addDevice(session.member, session.id, input.value);
  return added.ok ? Response.json({ message: "" }) : refusal(added);
}

function refusal(why: Failure): Response {
  return Response.json({ message: why.message }, { ...UNCACHED, status: statusOf(why) });
}
