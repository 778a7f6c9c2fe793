import { statementSentence } from "@/components/moderation/statement-words";
import { ThreadLine } from "@/components/notices/ThreadLine";
import { Age } from "@/components/ui/Age";
import type { NoticeLine } from "@/lib/notices/notice";
import { routes } from "@/lib/routes";

/** A page of notices: posts by thread, and what moderators decided. */
export function NoticeLines({
  lines,
  excerpts,
  now,
}: {
  lines: readonly NoticeLine[];
  /** Beginnings of posts that stand alone on their line. */
  excerpts: ReadonlyMap<number, string>;
  now: Date;
}) {
  return (
    <ol className="post-lines m-0 list-none p-0">
      {lines.map((line) =>
        line.kind === "thread" ? (
          <li key={line.posts[0].id}>
            <ThreadLine
              group={line}
              excerpt={line.posts.length === 1 ? excerpts.get(line.posts[0].postId) : undefined}
              now={now}
            />
          </li>
        ) : (
          <li key={line.id}>
            <p className="m-0">
              <a
                href={routes.notice(line.id)}
                className={line.unread ? "font-semibold" : undefined}
              >
                {sentenceOf(line)}
              </a>
            </p>
            <p className="facts m-0">
              {line.unread && <span className="badge">new</span>}
              <Age date={line.at} now={now} />
              {line.kind === "statement" && line.statement.reason !== "" && (
                <span>{line.statement.reason}</span>
              )}
            </p>
          </li>
        ),
      )}
    </ol>
  );
}

function sentenceOf(line: Exclude<NoticeLine, { kind: "thread" }>): string {
  switch (line.kind) {
    case "statement":
      return statementSentence(line.statement);
    case "changed":
      return `${line.author} edited words that you quoted in “${line.thread.title}”.`;
    case "report":
      return REPORT[line.outcome ?? "open"];
    case "appeal":
      return line.upheld ? "Your appeal was upheld." : "Your appeal was refused.";
  }
}

const REPORT = {
  acted: "What you reported was acted on.",
  dismissed: "What you reported was looked at, and stays as it is.",
  open: "Your report is looked at again.",
};
