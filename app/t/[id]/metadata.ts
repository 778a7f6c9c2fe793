import type { Metadata } from "next";
import { viewer } from "@/lib/auth";
import { parseId } from "@/lib/schema";
import { readThreadTitle } from "@/lib/threads/queries";

/** What a page about a thread is called: nothing of one that the viewer may not see. */
export async function threadMetadata(
  params: Promise<{ id: string }>,
  named: (title: string) => string = (title) => title,
): Promise<Metadata> {
  const id = parseId((await params).id);
  const title = id === null ? null : await readThreadTitle(await viewer(), id);
  if (title === null) return { title: "Not here", robots: { index: false } };
  return { title: named(title) };
}
