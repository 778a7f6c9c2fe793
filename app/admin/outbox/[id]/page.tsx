import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { OutboxMailPage } from "@/components/mail/OutboxMailPage";
import { requireMember } from "@/lib/auth";
import { env } from "@/lib/env";
import { originOf } from "@/lib/http/origin";
import { readMail } from "@/lib/mail/queries";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";

export const metadata: Metadata = { title: "A mail", robots: { index: false } };

export default async function MailPage({ params }: { params: Promise<{ id: string }> }) {
  const id = parseId((await params).id);
  if (id === null) notFound();
  const member = await requireMember(routes.outboxMail(id));
  const mail = await readMail(member, id);
  if (mail === null) notFound();
  const { REJOINDER_ORIGIN, SMTP_URL } = env();
  const origin = REJOINDER_ORIGIN || originOf(await headers());
  return <OutboxMailPage mail={mail} local={SMTP_URL === ""} origin={origin} now={new Date()} />;
}
