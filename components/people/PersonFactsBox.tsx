import { count } from "@/components/ui/count";
import { momentInWords } from "@/lib/policy/standing";
import type { Restriction } from "@/lib/policy/viewer";
import type { PersonNumbers } from "@/lib/sanctions/record";

/** How much somebody wrote, and what was done about it, in a few lines. */
export function PersonFactsBox({ numbers }: { numbers: PersonNumbers }) {
  const { posts, threads, hidden, warnings, suspensions, bans } = numbers;
  return (
    <dl className="m-0 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
      <dt className="text-soft">Written</dt>
      <dd className="m-0">
        {count(posts, "post")}, {count(threads, "thread")} opened
      </dd>
      <dt className="text-soft">Hidden now</dt>
      <dd className="m-0">{count(hidden, "post or thread", "posts or threads")}</dd>
      <dt className="text-soft">So far</dt>
      <dd className="m-0">
        {[count(warnings, "warning"), count(suspensions, "suspension"), count(bans, "ban")].join(
          ", ",
        )}
      </dd>
    </dl>
  );
}

/** What is on somebody now, as a sentence. */
export function standingInWords(username: string, restricted: Restriction): string {
  const { kind, until, reason } = restricted;
  const what = kind === "ban" ? "banned" : "suspended";
  const end = until === null ? "" : ` until ${momentInWords(until)}`;
  return `${username} is ${what}${end}. The reason: ${reason}`;
}
