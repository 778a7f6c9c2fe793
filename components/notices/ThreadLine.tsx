import { Age } from "@/components/ui/Age";
import { count } from "@/components/ui/count";
import type { ThreadGroup } from "@/lib/notices/notice";
import { postsInWords } from "@/lib/notices/words";
import { routes } from "@/lib/routes";

/** Posts of a thread in one sentence; where they are several, each of them folded below it. */
export function ThreadLine({
  group: { thread, unread, posts },
  excerpt,
  now,
}: {
  group: ThreadGroup;
  excerpt: string | undefined;
  now: Date;
}) {
  const { before, after } = postsInWords(posts);
  const newest = posts[0];
  // Reading begins with the oldest post that is new; all on the line are read with it.
  const first = unread ? (posts.at(-1) ?? newest) : newest;
  return (
    <>
      <p className="m-0">
        <a
          href={routes.notice(first.id, unread ? newest.id : undefined)}
          className={unread ? "font-semibold" : undefined}
        >
          {before} in “{thread.title}”{after}
        </a>
      </p>
      {excerpt !== undefined && excerpt !== "" && <p className="m-0 mt-1 text-soft">{excerpt}</p>}
      <p className="facts m-0">
        {unread && <span className="badge">new</span>}
        <Age date={newest.at} now={now} />
      </p>
      {posts.length > 1 && (
        <details className="mt-1 text-[0.9375rem]">
          <summary className="py-1 text-soft">
            {count(posts.length, "post")}
            <span className="sr-only"> in “{thread.title}”</span>
          </summary>
          <ol className="m-0 grid list-none gap-1 py-1 pl-4">
            {posts.map((post) => (
              <li key={post.id} className="flex flex-wrap gap-x-3">
                <a href={routes.notice(post.id)}>{postsInWords([post]).before}</a>
                <span className="text-soft">
                  <Age date={post.at} now={now} />
                </span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}
