import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/account/ActionForm.client";
import { boardLines } from "@/components/account/board-lines";
import { Page } from "@/components/ui/Page";
import { requireMember } from "@/lib/auth";
import { createBoardAction } from "@/lib/boards/actions";
import { administeredBoards } from "@/lib/boards/administration.queries";
import { mayAdminister } from "@/lib/policy/accounts";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "New board", robots: { index: false } };

export default async function NewBoardPage() {
  const member = await requireMember(routes.newBoard());
  if (!mayAdminister(member).allowed) notFound();
  const boards = await administeredBoards(member);
  const position = Math.max(0, ...boards.map((board) => board.position)) + 1;
  return (
    <Page title="New board" intro={<a href={routes.admin()}>Admin</a>}>
      <ActionForm
        action={createBoardAction}
        lines={boardLines({ name: "", slug: "", description: "", position })}
        submit="Create board"
      />
    </Page>
  );
}
