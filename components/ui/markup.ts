import { Fragment, type ReactElement, type ReactNode } from "react";

/**
 * Components without state as HTML, for a slot (components/ui/Slot.client.tsx): the same bytes as
 * React's `renderToStaticMarkup`, which asks for several times the time, since it is made to wait, to
 * stream and to fail half way. What the slots' components do not use is refused, so that nothing is
 * left out in silence: hooks, contexts, promises, `style`.
 *
 * @throws on anything that is neither text, an element of HTML or SVG, nor a plain component
 */
export function markup(node: ReactNode): string {
  if (typeof node === "string") return escaped(node);
  if (typeof node === "number" || typeof node === "bigint") return String(node);
  if (node === null || node === undefined || typeof node === "boolean") return "";
  if (Array.isArray(node)) return children(node);
  const { type, props } = node as ReactElement<Properties>;
  if (typeof type === "string") return element(type, props);
  if (type === Fragment) return markup(props.children);
  if (typeof type === "function") return markup((type as Component)(props));
  throw new TypeError("This cannot be drawn as plain HTML.");
}

type Component = (properties: Properties) => ReactNode;

type Properties = { children?: ReactNode; dangerouslySetInnerHTML?: { __html: string } } & Record<
  string,
  unknown
>;

function children(nodes: readonly ReactNode[]): string {
  let html = "";
  for (const node of nodes) html += markup(node);
  return html;
}

/** Elements that have no content, and no end tag (HTML, 13.1.2). */
const VOID = new Set(["br", "hr", "img", "input", "link", "meta", "source", "wbr"]);

function element(name: string, properties: Properties): string {
  let html = `<${name}`;
  for (const key in properties) {
    if (key === "children" || key === "dangerouslySetInnerHTML") continue;
    html += attribute(key, properties[key]);
  }
  if (VOID.has(name)) return `${html}/>`;
  const raw = properties.dangerouslySetInnerHTML;
  const inside = raw === undefined ? markup(properties.children) : raw.__html;
  return `${html}>${inside}</${name}>`;
}

/** React's names of attributes that are sent as others. */
const NAMES: Record<string, string> = {
  className: "class",
  htmlFor: "for",
  strokeWidth: "stroke-width",
  tabIndex: "tabindex",
};

/** Names with capitals that are sent as they are. */
const AS_THEY_ARE = new Set(["dateTime", "viewBox", "preserveAspectRatio"]);

/** Those that say something by standing there. */
const BOOLEAN = new Set(["open", "hidden", "disabled", "checked", "required"]);

function attribute(key: string, value: unknown): string {
  if (value === null || value === undefined) return "";
  const name = NAMES[key] ?? key;
  if (BOOLEAN.has(name)) return value ? ` ${name}=""` : "";
  const spoken = name.startsWith("aria-") || name.startsWith("data-");
  const text = typeof value === "string" || typeof value === "number";
  const known = name !== key || AS_THEY_ARE.has(key) || /^[a-z-]+$/.test(key);
  if (!known || !(text || (spoken && typeof value === "boolean"))) {
    throw new TypeError(`The attribute ${key} cannot be drawn as plain HTML.`);
  }
  return ` ${name}="${escaped(String(value))}"`;
}

const ENTITIES: Record<string, string> = {
  ...{ '"': "&quot;", "'": "&#x27;", "&": "&amp;", "<": "&lt;", ">": "&gt;" },
};

function escaped(text: string): string {
  if (!/["'&<>]/.test(text)) return text;
  return text.replace(/["'&<>]/g, (sign) => ENTITIES[sign] ?? "");
}
