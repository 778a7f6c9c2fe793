import "./environment";
import { randomUUID } from "node:crypto";
import { fileAppeal } from "@/lib/appeals/commands";
import { db, inTransaction } from "@/lib/db/client";
import { recordAction } from "@/lib/moderation/record.commands";
import { SIGNED_OUT, type Viewer } from "@/lib/policy/viewer";
import { fileReport } from "@/lib/reports/commands";
import { rulesInForce } from "@/lib/rules/queries";
import { recountThread } from "@/lib/threads/counters.commands";
import { makeReply, moderation, type Thread } from "./debate";
import type { Person } from "./people";

/** A report that was made without a browser. */
export interface Reported {
  caseId: number;
  /** Where its receipt is. */
  receipt: string;
  rule: { id: number; title: string };
}

/** Reports a post, by nobody in particular unless told otherwise. */
export async function reportPost(
  postId: number,
  by: Viewer = SIGNED_OUT,
  explanation = "Please look at it.",
): Promise<Reported> {
  const [rule] = await rulesInForce();
  if (rule === undefined) throw new Error("There are no rules.");
  const complaint = { kind: "rule", ruleId: rule.id, explanation } as const;
  const filed = await fileReport(by, { postId, formKey: randomUUID(), complaint });
  if (!filed.ok) throw new Error(filed.message);
  const { id } = await db().reportCase.findFirstOrThrow({ where: { postId, decidedAt: null } });
  return { caseId: id, receipt: `/reports/${filed.value.tokenOrId}`, rule };
}

/** Makes sure that somebody was told of the action that hides a post. @returns the action's id */
export async function toldOfHiding(postId: number, person: Person): Promise<number> {
  const { hideActionId } = await db().post.findUniqueOrThrow({ where: { id: postId } });
  const actionId = hideActionId ?? 0;
  const statement = { actionId, userId: person.viewer.id, role: "author" };
  await db().statement.createMany({ data: [statement], skipDuplicates: true });
  return actionId;
}

/** A reply that a moderator hid, of which its author was told. @returns the action's id */
export async function hiddenReply(
  { thread, author, moderator }: { thread: Thread; author: Person; moderator: Person },
  text?: string,
): Promise<{ postId: number; actionId: number }> {
  const postId = await makeReply(thread, author, text);
  await moderation("hide", { post: postId }, moderator);
  return { postId, actionId: await toldOfHiding(postId, author) };
}

/** Appeals against an action. @returns the appeal's id */
export async function appealAgainst(actionId: number, person: Person): Promise<number> {
  const appeal = { against: { action: actionId }, text: "Please look again.", now: new Date() };
  const filed = await fileAppeal(person.viewer, appeal);
  if (!filed.ok) throw new Error(filed.message);
  return filed.value.appealId;
}

/** A reply that an automatic rule holds until a moderator has read it. @returns the post's id */
export async function heldReply(
  { thread, author }: { thread: Thread; author: Person },
  text?: string,
): Promise<number> {
  const id = await makeReply(thread, author, text);
  await inTransaction(async (tx) => {
    const hideActionId = await recordAction(tx, {
      kind: "hold",
      actorId: null,
      on: { threadId: thread.id, postId: id },
      reason: "A first post",
      basis: "automatic",
    });
    await tx.post.update({ where: { id }, data: { hideActionId } });
    await recountThread(tx, thread.id);
  });
  return id;
}
