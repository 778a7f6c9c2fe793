import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Panel } from "@/components/account/Panel";
import { RuleForm } from "@/components/rules/RuleForm.client";
import { RuleList } from "@/components/rules/RuleList.client";
import { Page } from "@/components/ui/Page";
import { requireMember } from "@/lib/auth";
import { mayAdminister } from "@/lib/policy/accounts";
import { routes } from "@/lib/routes";
import { addRuleAction, arrangeRuleAction } from "@/lib/rules/actions";
import { administeredRules } from "@/lib/rules/queries";

export const metadata: Metadata = { title: "Rules of the forum", robots: { index: false } };

/** The list of rules, for admins to write and to order. */
export default async function AdminRulesPage() {
  const member = await requireMember(routes.adminRules());
  if (!mayAdminister(member).allowed) notFound();
  const rules = await administeredRules(member);
  return (
    <Page
      title="Rules of the forum"
      intro={
        <>
          <a href={routes.admin()}>Admin</a> · <a href={routes.rules()}>As everybody sees them</a>
        </>
      }
    >
      <Panel
        title="In force"
        intro="Moderators act by these, and people report by them. An action keeps the title that its rule had then."
      >
        <RuleList
          inForce={rules.filter(({ retiredAt }) => retiredAt === null)}
          retired={rules.filter(({ retiredAt }) => retiredAt !== null)}
          action={arrangeRuleAction}
        />
      </Panel>
      <Panel title="New rule">
        <RuleForm action={addRuleAction} submit="Add rule" />
      </Panel>
    </Page>
  );
}
