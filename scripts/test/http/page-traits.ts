// What of a page belongs to whoever it was made for.
import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import type { Answer } from "@/scripts/test/http/client";
import { elements, textOf } from "@/scripts/test/http/forms";

/** What differs between viewers of the same thread. */
export interface Traits {
  /** Who the header says is looking; "" for somebody signed out. */
  name: string;
  /** Whether the hidden post's words are there, as its text or in a quote of it. */
  secret: boolean;
  /** The votes that are shown as the viewer's own. */
  pressed: number;
  /** The posts that can be edited, by their ids. */
  edits: number[];
  /** Whether there are links to moderate by. */
  moderates: boolean;
  /** Whether the header tells of quotes to check. */
  toCheck: boolean;
  /** Whether the header leads to the admin's pages. */
  admin: boolean;
}

export function traitsOf({ body }: Answer, secret: string): Traits {
  const page = fromHtml(body);
  const account = elements(page, "nav").find((nav) => nav.properties.ariaLabel === "Account");
  const links = elements(page, "a").map((link) => String(link.properties.href));
  const [name = ""] = account === undefined ? ["no header"] : namesIn(account);
  const ids = links.flatMap((link) => /^\/p\/(\d+)\/edit$/.exec(link)?.[1] ?? []).map(Number);
  return {
    name,
    secret: body.includes(secret),
    pressed: (body.match(/aria-pressed="true"/g) ?? []).length,
    edits: [...new Set(ids)].sort((one, other) => one - other),
    moderates: links.some((link) => link.includes("/moderate/")),
    toCheck: /quotes? to check/.test(textOf(page)),
    admin: links.includes("/admin"),
  };
}

function namesIn(account: Element): string[] {
  return elements(account, "a")
    .filter((link) => String(link.properties.href).startsWith("/u/"))
    .map((link) => textOf(link).trim());
}

/** Not read by people: how it looks, and where an open page goes on being told. */
const PASSING_PROPERTIES = new Set(["nonce", "className", "style", "dataSince"]);

/** Not shown, or other at each time: nonces, keys of forms, "3 minutes ago". */
const PASSING = new Set(["script", "style", "link", "meta", "time", "template", "title"]);
const UUID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g;

/** All that a page says and leads to, as lines: two pages with the same are the same to a reader. */
export function essenceOf({ body }: Answer): string {
  const page = fromHtml(body);
  // A title that was slow stands at the end of the page, and leaves an empty element behind.
  const titles = elements(page, "title").map(textOf);
  return [...titles, ...linesOf(page)].join("\n").replace(UUID, "a key");
}

function linesOf(node: Root | Element): string[] {
  return node.children.flatMap((child) => {
    if (child.type === "text") return child.value.trim() === "" ? [] : [child.value.trim()];
    if (child.type !== "element" || PASSING.has(child.tagName)) return [];
    if (child.tagName === "div" && child.properties.hidden && textOf(child) === "") return [];
    const properties = Object.entries(child.properties)
      .filter(([name]) => !PASSING_PROPERTIES.has(name))
      .map(([name, value]) => `${name}=${value}`)
      .sort();
    return [`<${[child.tagName, ...properties].join(" ")}>`, ...linesOf(child)];
  });
}
