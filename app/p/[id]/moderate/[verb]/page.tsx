import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { ModerationPage } from "@/components/moderation/ModerationPage";
import { requireMember } from "@/lib/auth";
import { reachOfPost } from "@/lib/moderation/queries";
import { POST_VERBS } from "@/lib/moderation/verbs";
import { routes } from "@/lib/routes";
import { rulesInForce } from "@/lib/rules/queries";
import { parseId } from "@/lib/schema";

export const metadata: Metadata = { title: "Moderate a post" };

interface Props {
  params: Promise<{ id: string; verb: string }>;
}

const postVerb = z.enum(POST_VERBS);

export default async function ModeratePostPage({ params }: Props) {
  const given = await params;
  const id = parseId(given.id);
  const verb = postVerb.safeParse(given.verb);
  if (id === null || !verb.success) notFound();
  const who = await requireMember(routes.moderatePost(id, verb.data));
  const [reach, rules] = await Promise.all([reachOfPost(who, id), rulesInForce()]);
  if (reach === null) notFound();
  return <ModerationPage verb={verb.data} reach={reach} rules={rules} />;
}
