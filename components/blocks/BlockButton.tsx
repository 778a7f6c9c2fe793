import { ActionForm } from "@/components/account/ActionForm.client";
import { blockAction, unblockAction } from "@/lib/blocks/actions";

/** Blocks the person whose page it is, or no longer. */
export function BlockButton({ userId, blocked }: { userId: number; blocked: boolean }) {
  const form = { lines: [], hidden: { userId }, look: "plain" } as const;
  if (!blocked) return <ActionForm {...form} action={blockAction} submit="Block" />;
  return (
    <>
      <p className="m-0 text-soft">You blocked them: their posts are folded for you.</p>
      <ActionForm {...form} action={unblockAction} submit="Unblock" />
    </>
  );
}
