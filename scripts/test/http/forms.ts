// Forms as a browser without JavaScript sends them.
import type { Element, Root, RootContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import { type Answer, send } from "@/scripts/test/http/client";

/** Somebody who sends forms to one web process. */
export interface Sender {
  url: string;
  headers: Record<string, string>;
}

/**
 * Opens a page, fills in the form that has this button and sends it.
 *
 * @returns the answer to the form, or to the page if that has no such form
 */
export async function submit(
  { url, headers }: Sender,
  page: string,
  button: string,
  values: Record<string, string> = {},
): Promise<Answer> {
  const shown = await send(url, page, { headers });
  const form = elements(fromHtml(shown.body), "form").find((each) =>
    elements(each, "button").some((found) => textOf(found).trim() === button),
  );
  if (form === undefined) return shown;
  const fields = { ...fieldsOf(form, button), ...values };
  const action = form.properties.action;
  const address = typeof action === "string" && action.startsWith("/") ? action : page;
  return post({ url, headers }, address, fields);
}

/** Sends fields as multipart, which the forms of Next.js ask for. */
export async function post(
  { url, headers }: Sender,
  address: string,
  fields: Record<string, string>,
): Promise<Answer> {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  const encoded = new Response(data);
  const type = encoded.headers.get("content-type") ?? "";
  const body = Buffer.from(await encoded.arrayBuffer());
  return send(url, address, {
    method: "POST",
    body,
    headers: { origin: url, ...headers, "content-type": type },
  });
}

/** What the page says has gone wrong, for a test's message. */
export function complaintOf({ status, body }: Answer): string {
  const alerts = elements(fromHtml(body), "p", "div").filter(
    ({ properties }) => properties.role === "alert",
  );
  return `${status} ${alerts.map(textOf).join(" ")}`.trim();
}

function fieldsOf(form: Element, button: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const each of elements(form, "input", "textarea", "button")) {
    const { name, value, type } = each.properties;
    if (typeof name !== "string") continue;
    if (each.tagName === "button" && textOf(each).trim() !== button) continue;
    if (type === "checkbox" || type === "radio") continue;
    fields[name] = each.tagName === "textarea" ? textOf(each) : String(value ?? "");
  }
  return fields;
}

/** The elements of these names inside, in the order of the page. */
export function elements(inside: Root | Element, ...names: string[]): Element[] {
  return inside.children.flatMap((child) => {
    if (child.type !== "element") return [];
    const own = names.length === 0 || names.includes(child.tagName) ? [child] : [];
    return [...own, ...elements(child, ...names)];
  });
}

export function textOf(node: Root | RootContent): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}
