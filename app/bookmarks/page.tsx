import type { Metadata } from "next";
import { BookmarkList } from "@/components/bookmarks/BookmarkList.client";
import { MineTabs } from "@/components/history/MineTabs";
import { Button, buttonClass } from "@/components/ui/Button";
import { Field } from "@/components/ui/Field";
import { Page } from "@/components/ui/Page";
import { parameter, type SearchParams } from "@/lib/address";
import { requireMember } from "@/lib/auth";
import { listBookmarks } from "@/lib/bookmarks/queries";
import { noteSearch } from "@/lib/bookmarks/schema";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "Your bookmarks", robots: { index: false } };

export default async function BookmarksPage({ searchParams }: { searchParams: SearchParams }) {
  const who = await requireMember(routes.bookmarks());
  const words = noteSearch.parse(await parameter(searchParams, "q"));
  const before = await parameter(searchParams, "before");
  const { lines, next } = await listBookmarks(who, { words, before });
  const searching = words !== "";
  return (
    <Page title="Yours" intro="What you wrote, voted on and kept: for you alone.">
      <MineTabs here="bookmarks" />
      {(lines.length > 0 || searching) && (
        <search>
          <form action={routes.bookmarks()} className="flex flex-wrap items-end gap-3">
            <div className="grow">
              <Field label="Search in your notes" name="q" type="search" defaultValue={words} />
            </div>
            <Button>Search</Button>
          </form>
        </search>
      )}
      {lines.length === 0 ? (
        <p className="empty m-0">
          {searching
            ? "No note of yours has these words."
            : "Nothing yet. “Bookmark” under a post keeps it here, with a note if you like."}
        </p>
      ) : (
        <BookmarkList lines={lines} now={new Date()} />
      )}
      {searching && <a href={routes.bookmarks()}>All bookmarks</a>}
      {next !== null && (
        <p className="m-0">
          <a
            href={routes.bookmarks({ q: words, before: next })}
            rel="next"
            className={buttonClass()}
          >
            Older bookmarks
          </a>
        </p>
      )}
    </Page>
  );
}
