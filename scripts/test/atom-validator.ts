// Whether a document is an Atom feed, rule by rule as RFC 4287 has them.
import type { Element, Root } from "xast";
import { fromXml } from "xast-util-from-xml";

const ATOM = "http://www.w3.org/2005/Atom";

/** RFC 3339, with capital T and Z (RFC 4287, 3.3). */
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** An IRI with a scheme. */
const ABSOLUTE = /^[a-z][a-z\d+.-]*:\S+$/i;

const MEDIA_TYPE = /^[\w.+-]+\/[\w.+-]+$/;

type Counts = Record<string, [least: number, most: number]>;

const MANY = Number.POSITIVE_INFINITY;

const COMMON: Counts = {
  author: [0, MANY],
  category: [0, MANY],
  contributor: [0, MANY],
  id: [1, 1],
  link: [0, MANY],
  rights: [0, 1],
  title: [1, 1],
  updated: [1, 1],
};

const FEED: Counts = {
  ...COMMON,
  ...{ entry: [0, MANY], generator: [0, 1], icon: [0, 1], logo: [0, 1], subtitle: [0, 1] },
};

const ENTRY: Counts = {
  ...COMMON,
  ...{ content: [0, 1], published: [0, 1], source: [0, 1], summary: [0, 1] },
};

/**
 * What is wrong with a feed; nothing, of a valid one.
 *
 * @param xml the document; one that is not even well-formed throws
 */
export function atomFaults(xml: string): string[] {
  const root = (fromXml(xml) as Root).children.find((node) => node.type === "element");
  if (root?.name !== "feed" || root.attributes.xmlns !== ATOM) return ["The root is no atom:feed."];
  const faults: string[] = [];
  const check = (holds: boolean, fault: string) => {
    if (!holds) faults.push(fault);
  };
  const entries = childrenOf(root, "entry");
  checkContainer(root, FEED, check);
  const authored = entries.every((entry) => childrenOf(entry, "author").length > 0);
  check(
    childrenOf(root, "author").length > 0 || (entries.length > 0 && authored),
    "There is an author of the feed, or of each entry (4.1.1).",
  );
  for (const entry of entries) checkEntry(entry, check);
  const named = entries.map((entry) => `${textOf(entry, "id")} ${textOf(entry, "updated")}`);
  check(
    new Set(named).size === named.length,
    "Entries of one id differ in when they were updated (4.1.1).",
  );
  return faults;
}

type Check = (holds: boolean, fault: string) => void;

function checkContainer(container: Element, counts: Counts, check: Check): void {
  const inside = elementsOf(container);
  for (const { name } of inside) {
    // Elements of other namespaces are allowed anywhere (6.3).
    check(name.includes(":") || name in counts, `<${name}> has no place in <${container.name}>.`);
  }
  for (const [name, [least, most]] of Object.entries(counts)) {
    const { length } = childrenOf(container, name);
    check(length >= least && length <= most, `<${container.name}> has ${length} of <${name}>.`);
  }
  for (const name of ["id", "icon", "logo"]) {
    for (const element of childrenOf(container, name)) {
      check(ABSOLUTE.test(plain(element)), `<${name}> is no IRI: ${plain(element)}`);
    }
  }
  for (const name of ["updated", "published"]) {
    for (const element of childrenOf(container, name)) {
      const written = plain(element);
      check(DATE.test(written) && !Number.isNaN(Date.parse(written)), `No date: ${written}`);
    }
  }
  for (const name of ["title", "subtitle", "rights", "summary"]) {
    for (const element of childrenOf(container, name)) checkText(element, check);
  }
  for (const name of ["author", "contributor"]) {
    for (const element of childrenOf(container, name)) checkPerson(element, check);
  }
  for (const { attributes } of childrenOf(container, "category")) {
    check(Boolean(attributes.term), "A category has a term (4.2.2).");
  }
  checkLinks(childrenOf(container, "link"), check);
}

function checkEntry(entry: Element, check: Check): void {
  checkContainer(entry, ENTRY, check);
  const [content] = childrenOf(entry, "content");
  const alternate = childrenOf(entry, "link").some(isAlternate);
  check(content !== undefined || alternate, "Without content there is a page that has it (4.1.2).");
  if (content === undefined) return;
  check(
    content.attributes.src === undefined || plain(content) === "",
    "src, and content (4.1.3.2).",
  );
  checkText(content, check);
}

/** A text construct (3.1), or content as text or HTML (4.1.3.3). */
function checkText(element: Element, check: Check): void {
  const type = element.attributes.type ?? "text";
  check(["text", "html"].includes(type), `<${element.name}> has the type ${type}.`);
  check(elementsOf(element).length === 0, `<${element.name}> of type ${type} has elements in it.`);
}

function checkPerson(element: Element, check: Check): void {
  const counts: Counts = { name: [1, 1], uri: [0, 1], email: [0, 1] };
  for (const [name, [least, most]] of Object.entries(counts)) {
    const { length } = childrenOf(element, name);
    check(length >= least && length <= most, `<${element.name}> has ${length} of <${name}>.`);
  }
  for (const uri of childrenOf(element, "uri")) {
    check(ABSOLUTE.test(plain(uri)), `A person's uri is no IRI: ${plain(uri)}`);
  }
}

function checkLinks(links: readonly Element[], check: Check): void {
  for (const { attributes } of links) {
    check(ABSOLUTE.test(attributes.href ?? ""), `A link leads nowhere: ${attributes.href}`);
    const { type } = attributes;
    check(type == null || MEDIA_TYPE.test(type), `No media type: ${type}`);
  }
  const alternates = links.filter(isAlternate).map(({ attributes }) => {
    return `${attributes.type} ${attributes.hreflang}`;
  });
  check(new Set(alternates).size === alternates.length, "Two alternates of one type (4.1.1).");
}

function isAlternate({ attributes }: Element): boolean {
  return (attributes.rel ?? "alternate") === "alternate";
}

function elementsOf(element: Element): Element[] {
  return element.children.filter((child) => child.type === "element");
}

function childrenOf(element: Element, name: string): Element[] {
  return elementsOf(element).filter((child) => child.name === name);
}

function textOf(element: Element, name: string): string {
  return childrenOf(element, name).map(plain).join("");
}

function plain(element: Element): string {
  return element.children.map((child) => (child.type === "text" ? child.value : "")).join("");
}
