import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { Answered } from "@/components/post/Answered";
import { ReportForm } from "@/components/reports/ReportForm.client";
import { Notice } from "@/components/ui/Notice";
import { Page } from "@/components/ui/Page";
import { ownEmail } from "@/lib/accounts/queries";
import { viewer } from "@/lib/auth";
import { originOf } from "@/lib/http/origin";
import { readPost } from "@/lib/posts/queries";
import { openReportOf } from "@/lib/reports/queries";
import { routes } from "@/lib/routes";
import { rulesInForce } from "@/lib/rules/queries";
import { parseId } from "@/lib/schema";
import { readHues } from "@/lib/threads/hues.queries";

export const metadata: Metadata = { title: "Report", robots: { index: false } };

/** Reports a post, or a thread by its opening post; for people without an account, too. */
export default async function ReportPage({ params }: { params: Promise<{ id: string }> }) {
  const id = parseId((await params).id);
  if (id === null) notFound();
  const who = await viewer();
  const found = await readPost(who, id);
  if (found === null) notFound();
  const reported = await openReportOf(who, id);
  if (reported !== null) redirect(routes.receipt(reported));
  const { post, thread } = found;
  const own = who.signedIn && post.author?.id === who.id;
  const [hues, rules, email] = await Promise.all([
    readHues(thread.id),
    rulesInForce(),
    ownEmail(who),
  ]);
  return (
    <Page
      title={thread.openingPost ? "Report this thread" : "Report this post"}
      intro={
        <>
          In <a href={routes.post(id)}>{thread.title}</a>. Moderators read every report; its author
          is not told who made it.
        </>
      }
    >
      <Answered post={post} hues={hues} now={new Date()} />
      {own ? (
        <Notice>This post is your own: you can edit or delete it.</Notice>
      ) : (
        <ReportForm
          postId={id}
          formKey={randomUUID()}
          rules={rules}
          address={`${originOf(await headers())}${routes.post(id)}`}
          email={email}
        />
      )}
      <p>
        <a href={routes.post(id)}>Back to the post</a>
      </p>
    </Page>
  );
}
