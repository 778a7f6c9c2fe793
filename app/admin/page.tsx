import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/account/ActionForm.client";
import { Panel } from "@/components/account/Panel";
import { RoleHolders } from "@/components/account/RoleHolders.client";
import { buttonClass } from "@/components/ui/Button";
import { Page } from "@/components/ui/Page";
import { appointAdminAction, dismissAdminAction } from "@/lib/accounts/roles.actions";
import { adminsFor } from "@/lib/accounts/roles.queries";
import { requireMember } from "@/lib/auth";
import { type AdministeredBoard, administeredBoards } from "@/lib/boards/administration.queries";
import { mayAdminister } from "@/lib/policy/accounts";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "Admin", robots: { index: false } };

export default async function AdminPage() {
  const member = await requireMember(routes.admin());
  if (!mayAdminister(member).allowed) notFound();
  const [boards, admins] = await Promise.all([administeredBoards(member), adminsFor(member)]);
  return (
    <Page title="Admin">
      <Panel title="Boards" intro="In the order in which everybody sees them.">
        <BoardList boards={boards} />
        <p className="m-0">
          <a href={routes.newBoard()} className={buttonClass("primary")}>
            New board
          </a>
        </p>
      </Panel>
      <Panel title="Rules" intro="By which people report and moderators act.">
        <p className="m-0">
          <a href={routes.adminRules()} className={buttonClass("plain")}>
            Edit the rules
          </a>
        </p>
      </Panel>
      <Panel title="Mail and jobs" intro="What is sent, and what is done beside the pages.">
        <p className="m-0 flex flex-wrap gap-3">
          <a href={routes.outbox()} className={buttonClass("plain")}>
            Outbox
          </a>
          <a href={routes.failedJobs()} className={buttonClass("plain")}>
            Failed jobs
          </a>
        </p>
      </Panel>
      <Panel title="Admins" intro="They make boards, and appoint moderators and other admins.">
        <RoleHolders people={admins} action={dismissAdminAction} verb="Dismiss" empty="" />
        <ActionForm
          action={appointAdminAction}
          lines={[{ name: "username", label: "Username", autoComplete: "off" }]}
          submit="Make admin"
          look="plain"
        />
      </Panel>
    </Page>
  );
}

function BoardList({ boards }: { boards: readonly AdministeredBoard[] }) {
  if (boards.length === 0) {
    return <p className="m-0 text-soft">There is no board yet: threads need one to stand in.</p>;
  }
  return (
    <ul className="m-0 grid list-none gap-3 p-0">
      {boards.map((board) => (
        <li key={board.id}>
          <a href={routes.adminBoard(board.id)} className="font-medium">
            {board.name}
          </a>
          <div className="text-sm text-soft">
            {board.moderators.length === 0
              ? "No moderators"
              : `Moderated by ${board.moderators.map(({ username }) => username).join(", ")}`}
          </div>
        </li>
      ))}
    </ul>
  );
}
