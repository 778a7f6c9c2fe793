"use server";

import { redirect } from "next/navigation";
import type { z } from "zod";
import { viewer } from "@/lib/auth";
import { parseForm } from "@/lib/form";
import { type FormState, refusedForm } from "@/lib/form-state";
import { moderate } from "@/lib/moderation/commands";
import { mergeThread, moveThread } from "@/lib/moderation/moving.commands";
import { mergeForm, moderationForm, moveForm, splitForm, undoForm } from "@/lib/moderation/schema";
import { splitBranch, undoMoving } from "@/lib/moderation/splitting.commands";
import type { Moderated } from "@/lib/moderation/wish";
import type { Viewer } from "@/lib/policy/viewer";
import type { Result } from "@/lib/result";
import { routes } from "@/lib/routes";

const FIELDS = ["rule", "note", "minutes", "board", "into", "title", "branch"];

/** Makes something so, or not so any more: hides, locks, pins, slows down, marks as off topic. */
export async function moderateAction(_: FormState, form: FormData): Promise<FormState> {
  return act(form, moderationForm, (actor, { rule: ruleId, branch, ...wish }) =>
    moderate(actor, { ...wish, ruleId, branch: branch === "yes" }),
  );
}

/** Takes a thread to another board. */
export async function moveAction(_: FormState, form: FormData): Promise<FormState> {
  return act(form, moveForm, (actor, { rule: ruleId, ...where }) =>
    moveThread(actor, { ...where, ruleId }),
  );
}

/** Puts a thread under the opening post of another one. */
export async function mergeAction(_: FormState, form: FormData): Promise<FormState> {
  return act(form, mergeForm, (actor, { rule: ruleId, ...where }) =>
    mergeThread(actor, { ...where, ruleId }),
  );
}

/** Makes a thread of a reply and all under it. */
export async function splitAction(_: FormState, form: FormData): Promise<FormState> {
  return act(form, splitForm, (actor, { rule: ruleId, ...what }) =>
    splitBranch(actor, { ...what, ruleId }),
  );
}

/** Takes back a merge or a split. */
export async function undoAction(_: FormState, form: FormData): Promise<FormState> {
  return act(form, undoForm, (actor, what) => undoMoving(actor, what));
}

async function act<Schema extends z.ZodType>(
  form: FormData,
  schema: Schema,
  command: (actor: Viewer, input: z.infer<Schema>) => Promise<Result<Moderated>>,
): Promise<FormState> {
  const input = parseForm(schema, form);
  const result = input.ok ? await command(await viewer(), input.value) : input;
  if (!result.ok) return refusedForm(result, form, FIELDS);
  const { threadId, postId } = result.value;
  redirect(postId === null ? routes.thread(threadId) : routes.post(postId));
}
