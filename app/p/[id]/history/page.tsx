import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Difference } from "@/components/post/Difference";
import { Age } from "@/components/ui/Age";
import { Page } from "@/components/ui/Page";
import { viewer } from "@/lib/auth";
import { readHistory, readPost } from "@/lib/posts/queries";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";

export const metadata: Metadata = { title: "History of a post" };

export default async function HistoryPage({ params }: { params: Promise<{ id: string }> }) {
  const id = parseId((await params).id);
  if (id === null) notFound();
  const who = await viewer();
  const found = await readPost(who, id);
  const revisions = await readHistory(who, id);
  if (found === null || revisions === null) notFound();
  const now = new Date();
  return (
    <Page
      title="History"
      intro={
        <>
          A post by {found.post.author?.username} in{" "}
          <a href={routes.postInThread(found.thread.id, id)}>{found.thread.title}</a>
        </>
      }
    >
      <ol reversed className="grid list-none gap-8 p-0">
        {revisions.map((revision, index) => {
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
                before={before?.markdown ?? revision.markdown}
                after={revision.markdown}
              />
            </li>
          );
        })}
      </ol>
    </Page>
  );
}
