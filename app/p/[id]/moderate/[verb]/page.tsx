import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ModerationPage } from "@/components/moderation/ModerationPage";
import { requireMember } from "@/lib/auth";
import { reachOfPost } from "@/lib/moderation/queries";
import { verbSchema } from "@/lib/moderation/schema";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";

export const metadata: Metadata = { title: "Moderate a post" };

interface Props {
  params: Promise<{ id: string; verb: string }>;
}

export default async function ModeratePostPage({ params }: Props) {
  const given = await params;
  const id = parseId(given.id);
  const verb = verbSchema.extract(["hide", "unhide"]).safeParse(given.verb);
  if (id === null || !verb.success) notFound();
  const who = await requireMember(routes.moderatePost(id, verb.data));
  const reach = await reachOfPost(who, id);
  if (reach === null) notFound();
  return <ModerationPage verb={verb.data} reach={reach} />;
}
