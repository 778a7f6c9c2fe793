import type { Metadata } from "next";
import { ActionForm } from "@/components/account/ActionForm.client";
import { NoticeLines } from "@/components/notices/NoticeLines";
import { buttonClass } from "@/components/ui/Button";
import { Page } from "@/components/ui/Page";
import { parameter, type SearchParams } from "@/lib/address";
import { requireMember } from "@/lib/auth";
import { readAllAction } from "@/lib/notices/actions";
import { listNotices } from "@/lib/notices/queries";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";

export const metadata: Metadata = { title: "Notices", robots: { index: false } };

/** What is new for the viewer, and what was. */
export default async function NoticesPage({ searchParams }: { searchParams: SearchParams }) {
  const who = await requireMember(routes.notices());
  const before = parseId(await parameter(searchParams, "before")) ?? undefined;
  const { lines, excerpts, next } = await listNotices(who, before);
  const [first] = lines;
  const newest = first === undefined ? null : first.kind === "thread" ? first.posts[0] : first;
  const unread = lines.some((line) => line.unread);
  return (
    <Page
      title="Notices"
      intro={
        <>
          Who answered, quoted or called you, what is new where you watch, and what moderators
          decided. <a href={routes.noticeSettings()}>Choose what you are told.</a>
        </>
      }
    >
      {newest === null ? (
        <div className="empty">
          <p>
            {before === undefined
              ? "Nothing yet. When somebody answers, quotes or calls you, it stands here."
              : "There are no older ones."}
          </p>
        </div>
      ) : (
        <>
          {unread && (
            <ActionForm
              action={readAllAction}
              lines={[]}
              hidden={{ through: newest.id }}
              submit={
                before === undefined ? "Mark all as read" : "Mark these and older ones as read"
              }
              look="plain"
            />
          )}
          <NoticeLines lines={lines} excerpts={excerpts} now={new Date()} />
        </>
      )}
      {next !== null && (
        <p className="m-0">
          <a href={routes.notices(next)} rel="next" className={buttonClass()}>
            Older notices
          </a>
        </p>
      )}
    </Page>
  );
}
