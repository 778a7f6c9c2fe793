import { viewer } from "@/lib/auth";
import { standingNotices } from "@/lib/push/queries";
import { shownNotices } from "@/lib/push/schema";

/** Which notices, of those that a device shows, are still to be shown to who is signed in there. */
export async function GET(request: Request): Promise<Response> {
  const asked = shownNotices.safeParse(new URL(request.url).searchParams.get("notices") ?? "");
  if (!asked.success) return new Response("That is no list of notices.", { status: 400 });
  const standing = await standingNotices(await viewer(), asked.data);
  return Response.json({ standing }, { headers: { "cache-control": "no-store" } });
}
