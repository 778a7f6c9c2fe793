"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { viewer } from "@/lib/auth";
import { doneForm, type FormState, refusedForm } from "@/lib/form-state";
import { tryJobsAgain } from "@/lib/jobs/failed.commands";
import { routes } from "@/lib/routes";

/** Has all jobs that were given up tried again. */
export async function tryJobsAgainAction(_: FormState, form: FormData): Promise<FormState> {
  const looking = await viewer();
  if (!looking.signedIn) redirect(routes.signIn(routes.failedJobs()));
  const tried = await tryJobsAgain(looking);
  if (!tried.ok) return refusedForm(tried, form, []);
  revalidatePath(routes.failedJobs());
  return doneForm("They are being tried again.");
}
