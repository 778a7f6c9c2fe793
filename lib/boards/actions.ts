"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { viewer } from "@/lib/auth";
import { changeBoard, changeScreening, createBoard } from "@/lib/boards/commands";
import { boardSchema, changeBoardSchema } from "@/lib/boards/schema";
import { screeningSchema } from "@/lib/boards/screening.schema";
import { parseForm } from "@/lib/form";
import { doneForm, type FormState, refusedForm } from "@/lib/form-state";
import { routes } from "@/lib/routes";

const FIELDS = ["name", "slug", "description", "position"];
const SCREENING = ["holdFirst", "heldWords", "refusedWords", "heldDomains", "refusedDomains"];

/** Makes a board and goes to its page, where its moderators are appointed. */
export async function createBoardAction(_: FormState, form: FormData): Promise<FormState> {
  const input = parseForm(boardSchema, form);
  if (!input.ok) return refusedForm(input, form, FIELDS);
  const made = await createBoard(await viewer(), input.value);
  if (!made.ok) return refusedForm(made, form, FIELDS);
  redirect(routes.adminBoard(made.value.id));
}

/** Saves a board's name, address, description and place. */
export async function changeBoardAction(_: FormState, form: FormData): Promise<FormState> {
  const input = parseForm(changeBoardSchema, form);
  if (!input.ok) return refusedForm(input, form, FIELDS);
  const { boardId, ...board } = input.value;
  const changed = await changeBoard(await viewer(), boardId, board);
  if (!changed.ok) return refusedForm(changed, form, FIELDS);
  revalidatePath(routes.adminBoard(boardId));
  return doneForm("The board is saved.");
}

/** Saves what a board holds for approval or refuses. */
export async function changeScreeningAction(_: FormState, form: FormData): Promise<FormState> {
  const input = parseForm(screeningSchema, form);
  if (!input.ok) return refusedForm(input, form, SCREENING);
  const { boardId, ...settings } = input.value;
  const changed = await changeScreening(await viewer(), boardId, settings);
  if (!changed.ok) return refusedForm(changed, form, SCREENING);
  revalidatePath(routes.adminBoard(boardId));
  return doneForm("What this board holds and refuses is saved.");
}
