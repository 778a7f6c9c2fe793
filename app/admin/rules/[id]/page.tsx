import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RuleForm } from "@/components/rules/RuleForm.client";
import { Page } from "@/components/ui/Page";
import { requireMember } from "@/lib/auth";
import { routes } from "@/lib/routes";
import { changeRuleAction } from "@/lib/rules/actions";
import { administeredRule } from "@/lib/rules/queries";
import { parseId } from "@/lib/schema";

export const metadata: Metadata = { title: "Edit a rule", robots: { index: false } };

/** One rule, for admins to change. */
export default async function AdminRulePage({ params }: { params: Promise<{ id: string }> }) {
  const id = parseId((await params).id);
  if (id === null) notFound();
  const rule = await administeredRule(await requireMember(routes.adminRule(id)), id);
  if (rule === null) notFound();
  return (
    <Page title="Edit a rule" intro={<a href={routes.adminRules()}>Rules of the forum</a>}>
      <RuleForm action={changeRuleAction} rule={rule} submit="Save rule" />
    </Page>
  );
}
