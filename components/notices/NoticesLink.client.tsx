"use client";

import { useEffect, useState } from "react";
import { onLive } from "@/components/live/stream.client";
import { COUNTED_NOTICES, type NoticeCount } from "@/lib/notices/counted";
import { routes } from "@/lib/routes";

/** The way to one's notices, with how many are new; an open page counts them anew when one comes. */
export function NoticesLink({ unread: shown }: { unread: number }) {
  const [unread, setUnread] = useState(shown);
  useEffect(() => setUnread(shown), [shown]);
  useEffect(() => onLive("notices", () => void askAnew().then(setUnread, () => undefined)), []);
  return (
    <a
      href={routes.notices()}
      aria-label={unread > 0 ? `Notices, ${shownCount(unread)} new` : undefined}
      className={unread > 0 ? "site-waiting" : undefined}
    >
      Notices
      {unread > 0 && (
        <>
          {" "}
          <span className="rounded-full bg-accent px-1.5 py-0.5 text-xs text-accent-ink tabular-nums">
            {shownCount(unread)}
          </span>
        </>
      )}
    </a>
  );
}

function shownCount(unread: number): string {
  return unread > COUNTED_NOTICES ? `${COUNTED_NOTICES}+` : String(unread);
}

async function askAnew(): Promise<number> {
  const answer: NoticeCount = await fetch(routes.noticeCount()).then((each) => each.json());
  return answer.unread;
}
