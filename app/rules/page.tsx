import type { Metadata } from "next";
import { Page } from "@/components/ui/Page";
import { viewer } from "@/lib/auth";
import { mayAdminister } from "@/lib/policy/accounts";
import { routes } from "@/lib/routes";
import { rulesInForce } from "@/lib/rules/queries";

export const metadata: Metadata = { title: "Rules" };

/** The rules of the forum, for everybody. */
export default async function RulesPage() {
  const rules = await rulesInForce();
  const mayChange = mayAdminister(await viewer()).allowed;
  return (
    <Page
      title="Rules"
      intro={
        <>
          Moderators act by these, and whoever is concerned is told by which. What they did stands
          in the <a href={routes.log()}>moderation log</a>.
          {mayChange && (
            <>
              {" "}
              <a href={routes.adminRules()}>Change the rules</a>
            </>
          )}
        </>
      }
    >
      {rules.length === 0 && <p className="empty">This forum has no rules yet.</p>}
      <ol className="m-0 grid list-decimal gap-5 pl-6">
        {rules.map((rule) => (
          <li key={rule.id} id={`rule-${rule.id}`} className="pl-1 marker:text-soft">
            <h2 className="m-0 text-base font-semibold">{rule.title}</h2>
            {rule.text !== "" && <p className="m-0 font-serif whitespace-pre-line">{rule.text}</p>}
          </li>
        ))}
      </ol>
    </Page>
  );
}
