import type { Root } from "hast";
import { type Schema, sanitize } from "hast-util-sanitize";

/** Everything a rendered post may consist of. What is not named here is dropped. */
const SCHEMA: Schema = {
  tagNames: [
    ...["p", "br", "hr", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "pre", "code", "span"],
    ...["strong", "em", "del", "a", "div", "table", "thead", "tbody", "tr", "th", "td"],
  ],
  attributes: {
    a: ["href", ["rel", "nofollow", "ugc", "noopener"]],
    code: [["className", "hljs", /^language-[\w+#.-]+$/]],
    div: [
      ["className", "table-scroll"],
      ["role", "group"],
      ["tabIndex", 0],
      ["ariaLabel", "Table"],
    ],
    h2: [["id", /^s-/]],
    h3: [["id", /^s-/]],
    h4: [["id", /^s-/]],
    h5: [["id", /^s-/]],
    ol: ["start"],
    pre: [["tabIndex", 0]],
    span: [["className", /^hljs-[\w-]+$/, /^language-[\w+#.-]+$/, /^[a-z]+_{1,2}$/]],
    td: [["align", "left", "center", "right"]],
    th: [["align", "left", "center", "right"]],
  },
  protocols: { href: ["http", "https", "mailto"] },
  ancestors: {
    li: ["ul", "ol"],
    tbody: ["table"],
    td: ["table"],
    th: ["table"],
    thead: ["table"],
    tr: ["table"],
  },
  // Ids are only those that headings.ts gives; their prefix keeps them from the page's own.
  clobber: [],
  required: {},
  strip: ["script", "style"],
  allowComments: false,
  allowDoctypes: false,
};

/** The tree without anything that a post may not contain, whatever came before went wrong. */
export function sanitised(tree: Root): Root {
  return sanitize(tree, SCHEMA) as Root;
}
