import type { Element, Properties } from "hast";
import { toHtml } from "hast-util-to-html";
import { ATOM } from "@/lib/feeds/atom";
import { beginningOf } from "@/lib/posts/beginning";
import { routes } from "@/lib/routes";
import { PICTURE_SIZE } from "@/lib/sharing/picture-size";
import { pictureVersion, pictureWords } from "@/lib/sharing/picture-words";
import type { ThreadView } from "@/lib/threads/view";

/** As much of the opening post as previews show, in code points. */
const DESCRIPTION_LENGTH = 200;

/** Where a page is, and of which forum. */
export interface SharedPlace {
  /** The forum's origin. */
  origin: string;
  /** The forum's name. */
  forum: string;
  /** Of a long thread, from 1. */
  page: number;
}

/**
 * What the page of a thread says of itself to programs, as HTML for its head: its one address, its feed,
 * and what other sites show of it (https://ogp.me, https://oembed.com). Nothing of a hidden thread,
 * whoever sees it.
 */
export function headOf(thread: ThreadView, { origin, forum, page }: SharedPlace): string {
  if (thread.hidden !== null) return "";
  const { id, title, createdAt, board, opening } = thread;
  const author = opening.author?.username ?? null;
  const description = beginningOf(opening, DESCRIPTION_LENGTH) || `A debate in ${board.name}.`;
  const url = `${origin}${routes.thread(id, "best", page)}`;
  const version = pictureVersion(pictureWords({ ...thread, author }, forum));
  const picture = `${origin}${routes.threadPicture(id, version)}`;
  const oembed = `${origin}${routes.oembed(`${origin}${routes.thread(id)}`)}`;
  const feed = `${origin}${routes.threadFeed(id)}`;
  return toHtml({
    type: "root",
    children: [
      element("meta", { name: "description", content: description }),
      element("link", { rel: ["canonical"], href: url }),
      element("link", { rel: ["alternate"], type: ATOM, href: feed, title: `Posts in ${title}` }),
      element("link", { rel: ["alternate"], type: "application/json+oembed", href: oembed, title }),
      ...openGraph({
        type: "article",
        site_name: forum,
        ...{ title, description, url, image: picture },
        "image:width": String(PICTURE_SIZE.width),
        "image:height": String(PICTURE_SIZE.height),
        "image:alt": title,
      }),
      property("article:published_time", createdAt.toISOString()),
      ...(author === null ? [] : [property("article:author", `${origin}${routes.person(author)}`)]),
      // The rest of what a card says is taken from the lines above.
      element("meta", { name: "twitter:card", content: "summary_large_image" }),
    ],
  });
}

function openGraph(values: Record<string, string>): Element[] {
  return Object.entries(values).map(([name, value]) => property(`og:${name}`, value));
}

function property(name: string, content: string): Element {
  return element("meta", { property: name, content });
}

function element(tagName: string, properties: Properties): Element {
  return { type: "element", tagName, properties, children: [] };
}
