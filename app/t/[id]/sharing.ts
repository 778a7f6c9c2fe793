import type { Metadata } from "next";
import { headers } from "next/headers";
import { parameter, type SearchParams } from "@/lib/address";
import { viewer } from "@/lib/auth";
import { env } from "@/lib/env";
import { ATOM } from "@/lib/feeds/atom";
import { originOf } from "@/lib/http/origin";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";
import { PICTURE_SIZE } from "@/lib/sharing/picture-size";
import { pictureVersion, pictureWords } from "@/lib/sharing/picture-words";
import type { ThreadSummary } from "@/lib/sharing/summary";
import { readThreadSummary } from "@/lib/sharing/summary.queries";

/**
 * What the page of a thread says of itself to programs: its one address, its feed, and what other sites
 * show of it. Nothing of a thread that the viewer may not see, and only the title of a hidden one.
 */
export async function sharedThread(
  params: Promise<{ id: string }>,
  searchParams: SearchParams,
): Promise<Metadata> {
  const id = parseId((await params).id);
  const found = id === null ? null : await readThreadSummary(await viewer(), id);
  if (found?.found !== "thread") return { title: "Not here", robots: { index: false } };
  const { summary } = found;
  if (summary.hidden) return { title: summary.title, robots: { index: false } };
  const page = parseId(await parameter(searchParams, "page")) ?? 1;
  return metadataOf(summary, page, originOf(await headers()));
}

function metadataOf(summary: ThreadSummary, page: number, origin: string): Metadata {
  const { id, title, createdAt, author } = summary;
  const forum = env().REJOINDER_NAME;
  const description = summary.description || `A debate in ${summary.board.name}.`;
  const url = routes.thread(id, "best", page);
  const version = pictureVersion(pictureWords(summary, forum));
  const picture = { url: routes.threadPicture(id, version), ...PICTURE_SIZE, alt: title };
  return {
    ...{ title, description },
    alternates: {
      canonical: url,
      types: {
        [ATOM]: [{ url: routes.threadFeed(id), title: `Posts in ${title}` }],
        "application/json+oembed": [{ url: routes.oembed(`${origin}${routes.thread(id)}`), title }],
      },
    },
    openGraph: {
      ...{ type: "article", siteName: forum, title, description, url, images: [picture] },
      publishedTime: createdAt.toISOString(),
      ...(author === null ? {} : { authors: [`${origin}${routes.person(author)}`] }),
    },
    twitter: { card: "summary_large_image", title, description, images: [picture] },
  };
}
