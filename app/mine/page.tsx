import type { Metadata } from "next";
import { MineTabs } from "@/components/history/MineTabs";
import { PostLines } from "@/components/history/PostLines";
import { buttonClass } from "@/components/ui/Button";
import { Page } from "@/components/ui/Page";
import { parameter, type SearchParams } from "@/lib/address";
import { requireMember } from "@/lib/auth";
import { listPostsOf } from "@/lib/posts/queries";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";

export const metadata: Metadata = { title: "Your posts", robots: { index: false } };

export default async function OwnPostsPage({ searchParams }: { searchParams: SearchParams }) {
  const who = await requireMember(routes.mine());
  const before = parseId(await parameter(searchParams, "before")) ?? undefined;
  const { lines, next } = await listPostsOf(who, who.id, before);
  return (
    <Page title="Yours" intro="What you wrote, voted on and kept: for you alone.">
      <MineTabs here="posts" />
      {lines.length === 0 && <p className="empty m-0">You have written nothing yet.</p>}
      <PostLines lines={lines} now={new Date()} />
      {next !== null && (
        <p className="m-0">
          <a href={routes.mine(next)} rel="next" className={buttonClass()}>
            Older posts
          </a>
        </p>
      )}
    </Page>
  );
}
