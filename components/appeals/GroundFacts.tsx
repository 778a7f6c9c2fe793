import { groundWords } from "@/components/appeals/ground-words";
import { Facts } from "@/components/reports/Facts";
import type { GroundView } from "@/lib/appeals/view";
import { routes } from "@/lib/routes";

/** The decision that an appeal is against. */
export function GroundFacts({
  ground,
  actedBy = null,
}: {
  ground: GroundView;
  /** Told to those who decide the appeal alone. */
  actedBy?: string | null;
}) {
  const { at, reason, note, kind, postId, threadId } = ground;
  const day = at.toISOString().slice(0, 10);
  return (
    <Facts
      facts={[
        ["Decision", groundWords(ground)],
        [
          "On",
          <time key="at" dateTime={at.toISOString()}>
            {day}
          </time>,
        ],
        ["By", actedBy],
        ["By the rule", reason],
        [kind === "dismissed" ? "The answer was" : "The author was told", note],
        ["About", about(postId, threadId)],
      ]}
    />
  );
}

function about(postId: number | null, threadId: number | null) {
  if (postId !== null) return <a href={routes.post(postId)}>Post {postId}</a>;
  return threadId === null ? null : <a href={routes.thread(threadId)}>Thread {threadId}</a>;
}
