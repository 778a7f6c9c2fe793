import { Answered } from "@/components/post/Answered";
import { count } from "@/components/ui/count";
import { Notice } from "@/components/ui/Notice";
import type { PostView } from "@/lib/posts/view";
import type { CaseView } from "@/lib/reports/view";
import { routes } from "@/lib/routes";
import { snippet } from "@/lib/text/snippet";
import type { Hues } from "@/lib/threads/hues";

const EXCERPT_LENGTH = 240;

/** The reported post as its reader sees it, with what it answers and what hiding it would touch. */
export function CaseContext({
  found,
  post,
  hues,
  now,
}: {
  found: CaseView;
  /** Null where its author deleted it. */
  post: PostView | null;
  hues: Hues;
  now: Date;
}) {
  const { parent } = found;
  return (
    <section aria-label="What was reported" className="grid gap-3 [&_.answered]:max-h-none">
      {parent !== null && (
        <p className="m-0 text-sm text-soft">
          In answer to{" "}
          <a href={routes.post(parent.postId)} className="underline">
            {parent.author ?? "a post that is gone"}
          </a>
          {parent.excerpt !== "" && `: ${snippet(parent.excerpt, EXCERPT_LENGTH)}`}
        </p>
      )}
      {post === null ? (
        <Notice>Its author deleted it: nobody reads its words any more.</Notice>
      ) : (
        <Answered post={post} hues={hues} now={now} />
      )}
      <p className="m-0 text-sm text-soft">
        {count(found.replies, "reply", "replies")} to it, {count(found.quotes, "quote")} of it.
        {found.hidden && " It is hidden already."}
      </p>
    </section>
  );
}
