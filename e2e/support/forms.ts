import type { APIResponse, Page } from "@playwright/test";

/** A form as a page shows it: what a browser without scripts would send. */
export interface ShownForm {
  /** Where it is sent to. */
  address: string;
  fields: Record<string, string>;
}

/** Reads the form that holds a button. */
export async function formWith(page: Page, address: string, button: string): Promise<ShownForm> {
  await page.goto(address);
  const submit = page.getByRole("button", { name: button, exact: true }).first();
  const shown = await submit.evaluate((element: HTMLButtonElement) => {
    const { form } = element;
    if (form === null) throw new Error("The button has no form.");
    const fields: Record<string, string> = {};
    for (const [name, value] of new FormData(form, element)) fields[name] = String(value);
    return { fields, action: form.getAttribute("action") ?? "" };
  });
  return { address: shown.action || address, fields: shown.fields };
}

/** Sends a form with the cookies of whoever the page belongs to, and follows no redirect. */
export function send(
  page: Page,
  { address, fields }: ShownForm,
  headers: Record<string, string> = {},
): Promise<APIResponse> {
  return page.context().request.post(address, { multipart: fields, headers, maxRedirects: 0 });
}
