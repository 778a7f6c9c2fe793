import type { NoticeReason, NoticeView } from "@/lib/notices/notice";
import { postsInWords } from "@/lib/notices/words";

/** What an author did, to stand behind their name: "answered and quoted you". */
export function didInWords(reasons: readonly NoticeReason[]): string {
  const { before, after } = postsInWords([{ author: "", reasons }]);
  return `${before.trim()}${after}`;
}

/** A notice in one line, such as a mail's subject. */
export function noticeInWords(notice: NoticeView): string {
  switch (notice.kind) {
    case "post":
      return `${notice.author} ${didInWords(notice.reasons)} in “${notice.thread.title}”`;
    case "changed":
      return `${notice.author} edited words that you quote in “${notice.thread.title}”`;
    case "statement":
      return "A moderator’s decision concerns you";
    case "report":
      if (notice.outcome === null) return "A case that you reported is open again";
      return notice.outcome === "acted"
        ? "What you reported was acted on"
        : "What you reported was dismissed";
    case "appeal":
      return notice.upheld ? "Your appeal was upheld" : "Your appeal was refused";
  }
}
