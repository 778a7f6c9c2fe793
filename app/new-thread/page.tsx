import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { NewThreadForm } from "@/components/thread/NewThreadForm.client";
import { Notice } from "@/components/ui/Notice";
import { Page } from "@/components/ui/Page";
import { parameter, type SearchParams } from "@/lib/address";
import { requireMember } from "@/lib/auth";
import { listBoards } from "@/lib/boards/queries";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "New thread" };

export default async function NewThreadPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await parameter(searchParams, "board");
  const who = await requireMember(routes.newThread(asked));
  const boards = await listBoards();
  const board = boards.find(({ slug }) => slug === asked) ?? boards[0];
  return (
    <Page title="New thread">
      {board === undefined ? (
        <Notice>There are no boards yet. An admin makes the first one.</Notice>
      ) : (
        <NewThreadForm
          boards={boards.map(({ slug, name }) => ({ slug, name }))}
          board={board.slug}
          formKey={randomUUID()}
          userId={who.id}
        />
      )}
    </Page>
  );
}
