import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/account/ActionForm.client";
import { boardLines } from "@/components/account/board-lines";
import { Panel } from "@/components/account/Panel";
import { RoleHolders } from "@/components/account/RoleHolders.client";
import { ScreeningForm } from "@/components/boards/ScreeningForm.client";
import { Page } from "@/components/ui/Page";
import { appointModeratorAction, dismissModeratorAction } from "@/lib/accounts/roles.actions";
import { requireMember } from "@/lib/auth";
import { changeBoardAction, changeScreeningAction } from "@/lib/boards/actions";
import { administeredBoard } from "@/lib/boards/administration.queries";
import { routes } from "@/lib/routes";
import { idSchema } from "@/lib/schema";

export const metadata: Metadata = { title: "Board", robots: { index: false } };

export default async function AdminBoardPage({ params }: { params: Promise<{ id: string }> }) {
  const id = idSchema.safeParse((await params).id);
  if (!id.success) notFound();
  const member = await requireMember(routes.adminBoard(id.data));
  const board = await administeredBoard(member, id.data);
  if (board === null) notFound();
  return (
    <Page
      title={board.name}
      intro={
        <>
          <a href={routes.admin()}>Admin</a> · <a href={routes.board(board.slug)}>See the board</a>
        </>
      }
    >
      <ActionForm
        action={changeBoardAction}
        lines={boardLines(board)}
        hidden={{ boardId: board.id }}
        submit="Save board"
      />
      <Panel title="Moderators" intro="They hide and lock threads and posts of this board.">
        <RoleHolders
          people={board.moderators}
          action={dismissModeratorAction}
          hidden={{ boardId: board.id }}
          verb="Dismiss"
          empty="Nobody yet: admins moderate it."
        />
        <ActionForm
          action={appointModeratorAction}
          lines={[{ name: "username", label: "Username", autoComplete: "off" }]}
          hidden={{ boardId: board.id }}
          submit="Appoint moderator"
          look="plain"
        />
      </Panel>
      <Panel
        title="Holding and refusing"
        intro="What is held waits, unseen by others, until a moderator has read it. What is refused goes back to its author, who loses no word. Quotes of others never count."
      >
        <ScreeningForm
          action={changeScreeningAction}
          boardId={board.id}
          settings={board.screening}
        />
      </Panel>
    </Page>
  );
}
