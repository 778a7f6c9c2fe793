import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Difference } from "@/components/post/Difference";
import { Age } from "@/components/ui/Age";
import { buttonClass } from "@/components/ui/Button";
import { Page } from "@/components/ui/Page";
import { parameter, type SearchParams } from "@/lib/address";
import { viewer } from "@/lib/auth";
import { REVISIONS_PER_PAGE, readHistory, readPost } from "@/lib/posts/queries";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";
import { wordDifference } from "@/lib/text/difference";

export const metadata: Metadata = { title: "History of a post" };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

export default async function HistoryPage({ params, searchParams }: Props) {
  const id = parseId((await params).id);
  if (id === null) notFound();
  const who = await viewer();
  const found = await readPost(who, id);
  const from = parseId(await parameter(searchParams, "before")) ?? undefined;
  const revisions = await readHistory(who, id, from);
  if (found === null || revisions === null) notFound();
  const shown = revisions.slice(0, REVISIONS_PER_PAGE);
  const oldest = shown.at(-1)?.number;
  const now = new Date();
  return (
    <Page
      title="History"
      intro={
        <>
          A post by {found.post.author?.username} in{" "}
          <a href={routes.post(id)}>{found.thread.title}</a>
        </>
      }
    >
      <ol reversed className="grid list-none gap-8 p-0">
        {shown.map((revision, index) => {
          const before = revisions[index + 1];
          return (
            <li key={revision.number}>
              <h2 className="text-base font-semibold">
                {before ? `Version ${revision.number}` : "First version"}{" "}
                <span className="font-normal text-soft">
                  <Age date={revision.createdAt} now={now} />
                </span>
              </h2>
              <Difference
                parts={wordDifference(before?.markdown ?? revision.markdown, revision.markdown)}
              />
            </li>
          );
        })}
      </ol>
      {revisions.length > shown.length && (
        <a href={routes.history(id, oldest)} className={buttonClass()}>
          Older versions
        </a>
      )}
    </Page>
  );
}
