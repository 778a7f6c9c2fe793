import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { ModerationPage } from "@/components/moderation/ModerationPage";
import { requireMember } from "@/lib/auth";
import { listBoards } from "@/lib/boards/queries";
import { reachOfThread } from "@/lib/moderation/queries";
import { THREAD_VERBS } from "@/lib/moderation/verbs";
import { routes } from "@/lib/routes";
import { rulesInForce } from "@/lib/rules/queries";
import { parseId } from "@/lib/schema";

export const metadata: Metadata = { title: "Moderate a thread" };

interface Props {
  params: Promise<{ id: string; verb: string }>;
}

const threadVerb = z.enum(THREAD_VERBS);

export default async function ModerateThreadPage({ params }: Props) {
  const given = await params;
  const id = parseId(given.id);
  const verb = threadVerb.safeParse(given.verb);
  if (id === null || !verb.success) notFound();
  const who = await requireMember(routes.moderateThread(id, verb.data));
  const [reach, rules] = await Promise.all([reachOfThread(who, id), rulesInForce()]);
  if (reach === null) notFound();
  const boards = verb.data === "move" ? await listBoards() : [];
  return <ModerationPage verb={verb.data} reach={reach} rules={rules} boards={boards} />;
}
