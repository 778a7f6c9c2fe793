import { Age } from "@/components/ui/Age";
import { count } from "@/components/ui/count";
import type { PostLine } from "@/lib/posts/queries";
import { routes } from "@/lib/routes";
import { snippet } from "@/lib/text/snippet";

const EXCERPT_LENGTH = 200;

/** Posts of one person, the newest first. */
export function PostLines({ lines, now }: { lines: readonly PostLine[]; now: Date }) {
  return (
    <ol className="post-lines">
      {lines.map((line) => (
        <li key={line.id}>
          <p className="facts">
            <a href={routes.post(line.id)}>
              {line.opening ? "opened" : "in"} {line.title}
            </a>
            <Age date={line.createdAt} now={now} />
            <span>{count(line.score, "point")}</span>
          </p>
          <p className="m-0 font-serif">{snippet(line.excerpt, EXCERPT_LENGTH)}</p>
        </li>
      ))}
    </ol>
  );
}
