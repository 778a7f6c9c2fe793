import type { ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { x } from "xastscript";
import { legal, xmlDocument } from "@/lib/feeds/xml";

/** What is embedded elsewhere: a post, or what opened a thread. */
export interface Embedded {
  /** Its full address. */
  url: string;
  title: string;
  author: string;
  authorUrl: string;
  /** The beginning of its own words. */
  words: string;
}

/** The forum, as a provider. */
export interface Provider {
  name: string;
  origin: string;
}

/** The response of an oEmbed provider of the type "rich" (https://oembed.com, 2.3.4.4). */
export interface OembedResponse {
  type: "rich";
  version: "1.0";
  title: string;
  author_name: string;
  author_url: string;
  provider_name: string;
  provider_url: string;
  html: string;
  width: number;
  height: number;
}

/** As wide and high as a few lines of text, in pixels. */
const WIDTH = 600;
const HEIGHT = 200;

/** What is shown of a post elsewhere: text in HTML without scripts, styles or pictures. */
export function oembedOf(
  { url, title, author, authorUrl, words }: Embedded,
  provider: Provider,
  {
    maxwidth = WIDTH,
    maxheight = HEIGHT,
  }: { maxwidth?: number | undefined; maxheight?: number | undefined },
): OembedResponse {
  return {
    ...{ type: "rich", version: "1.0", title, author_name: author, author_url: authorUrl },
    ...{ provider_name: provider.name, provider_url: `${provider.origin}/` },
    html: toHtml(
      element("blockquote", { cite: url }, [
        element("p", {}, [text(words)]),
        element("footer", {}, [
          text("— "),
          element("a", { href: authorUrl }, [text(author)]),
          text(", in "),
          element("a", { href: url }, [text(title)]),
        ]),
      ]),
    ),
    width: Math.min(WIDTH, maxwidth),
    height: Math.min(HEIGHT, maxheight),
  };
}

/** The same as XML (2.3.4). */
export function oembedXml(response: OembedResponse): string {
  const fields = Object.entries(response).map(([name, value]) => x(name, legal(String(value))));
  return xmlDocument(x("oembed", null, fields));
}

function element(
  tagName: string,
  properties: Record<string, string>,
  children: ElementContent[],
): ElementContent {
  return { type: "element", tagName, properties, children };
}

function text(value: string): ElementContent {
  return { type: "text", value };
}
