import type { ReactNode } from "react";
import { BASIS, statementSentence } from "@/components/moderation/statement-words";
import { routes } from "@/lib/routes";
import type { StatementView } from "@/lib/statements/statement";

/** A statement of reasons: what was done, by which rule, on what facts, what led to it. */
export function Statement({
  statement,
  redactedIn,
}: {
  statement: StatementView;
  /** Posts of the reader whose quotes are redacted by it. */
  redactedIn: readonly number[];
}) {
  const { at, reason, note, basis, until, undone, postId, thread } = statement;
  return (
    <>
      <p className="m-0 text-lg">{statementSentence(statement)}</p>
      {undone && <p className="m-0 font-medium">This was taken back since.</p>}
      <dl className="m-0 grid gap-x-6 sm:gap-y-3 sm:grid-cols-[max-content_1fr]">
        <Fact name="When">
          <time dateTime={at.toISOString()}>{day(at)}</time>
        </Fact>
        {until && (
          <Fact name="Until">
            <time dateTime={until.toISOString()}>{day(until)}</time>
          </Fact>
        )}
        {reason !== "" && <Fact name="Rule">{reason}</Fact>}
        {note !== "" && (
          <Fact name="The moderator says">
            <span className="whitespace-pre-line">{note}</span>
          </Fact>
        )}
        <Fact name="What led to it">{BASIS[basis]}</Fact>
        {postId !== null && (
          <Fact name="Where">
            <a href={routes.post(postId)}>post {postId}</a>
          </Fact>
        )}
        {postId === null && thread !== null && (
          <Fact name="Where">
            <a href={routes.thread(thread.id)}>{thread.title ?? `thread ${thread.id}`}</a>
          </Fact>
        )}
        {redactedIn.length > 0 && (
          <Fact name="Your quotes">
            {redactedIn.map((id) => (
              <a key={id} href={routes.post(id)} className="mr-3">
                post {id}
              </a>
            ))}
          </Fact>
        )}
      </dl>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-soft">{name}</dt>
      <dd className="m-0 mb-3 sm:mb-0">{children}</dd>
    </div>
  );
}

function day(date: Date): string {
  return `${date.toISOString().slice(0, 16).replace("T", ", ")} UTC`;
}
