// Forms of the forum's pages, sent as a browser without scripts sends them.
import { randomUUID } from "node:crypto";

const ENTITIES: Record<string, string> = { quot: '"', amp: "&", lt: "<", gt: ">", "#x27": "'" };

const unescaped = (text: string) =>
  text.replace(/&(quot|amp|lt|gt|#x27);/g, (_, name: string) => ENTITIES[name] ?? "");

/**
 * The unseen fields of the form that has a certain field: what a page writes into it for its action.
 *
 * @returns null where there is no such form
 */
export function hiddenFields(html: string, having: string): Record<string, string> | null {
  for (const [form] of html.matchAll(/<form\b[\s\S]*?<\/form>/g)) {
    if (!form.includes(` name="${having}"`)) continue;
    const fields: Record<string, string> = {};
    for (const [input] of form.matchAll(/<input\b[^>]*>/g)) {
      if (!/\stype="hidden"/.test(input)) continue;
      const name = /\sname="([^"]*)"/.exec(input)?.[1];
      if (name !== undefined)
        fields[unescaped(name)] = unescaped(/\svalue="([^"]*)"/.exec(input)?.[1] ?? "");
    }
    return fields;
  }
  return null;
}

/** A form as the body of a request. */
export function multipart(fields: Record<string, string>): { type: string; body: string } {
  const boundary = `----bench${randomUUID()}`;
  const parts = Object.entries(fields).map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const type = `multipart/form-data; boundary=${boundary}`;
  return { type, body: `${parts.join("")}--${boundary}--\r\n` };
}
