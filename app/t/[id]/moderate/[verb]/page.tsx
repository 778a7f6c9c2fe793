import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ModerationPage } from "@/components/moderation/ModerationPage";
import { requireMember } from "@/lib/auth";
import { reachOfThread } from "@/lib/moderation/queries";
import { verbSchema } from "@/lib/moderation/schema";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";

export const metadata: Metadata = { title: "Moderate a thread" };

interface Props {
  params: Promise<{ id: string; verb: string }>;
}

export default async function ModerateThreadPage({ params }: Props) {
  const given = await params;
  const id = parseId(given.id);
  const verb = verbSchema.safeParse(given.verb);
  if (id === null || !verb.success) notFound();
  const who = await requireMember(routes.moderateThread(id, verb.data));
  const reach = await reachOfThread(who, id);
  if (reach === null) notFound();
  return <ModerationPage verb={verb.data} reach={reach} />;
}
