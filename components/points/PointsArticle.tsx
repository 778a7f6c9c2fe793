import { OtherSources } from "@/components/points/OtherSources";
import { Point } from "@/components/points/Point";
import { PointsPages } from "@/components/points/PointsPages";
import { Strays } from "@/components/points/Strays";
import { Unanswered } from "@/components/points/Unanswered";
import { OrderTabs } from "@/components/thread/OrderTabs";
import { Age } from "@/components/ui/Age";
import { count } from "@/components/ui/count";
import { Notice } from "@/components/ui/Notice";
import type { PointsView } from "@/lib/answers/points";
import { type PointsOrder, routes } from "@/lib/routes";

const ORDERS: Record<PointsOrder, string> = {
  reading: "Reading order",
  most: "Most answered",
};

/** A post seen from what was answered in it: each passage with the answers beside it. */
export function PointsArticle({ points, now }: { points: PointsView; now: Date }) {
  const { thread, post } = points;
  return (
    <main id="main" className="points-page">
      <header className="points-head">
        <p className="facts">Point by point</p>
        <h1 className="opening-title">
          <a href={routes.thread(thread.id)}>{thread.title}</a>
        </h1>
        <PointsFacts points={points} now={now} />
        {post.sight === "marked" && (
          <Notice look="bad">
            This {post.hidden ? "post" : "thread"} is hidden
            {post.hidden ? `. Reason: ${post.hidden.reason}` : "."}
          </Notice>
        )}
      </header>
      {points.passageCount > 1 && !points.only && (
        <OrderTabs
          label="Order of passages"
          tabs={Object.entries(ORDERS).map(([order, name]) => ({
            name,
            href: pageOf(points, order as PointsOrder),
            current: order === points.order,
          }))}
        />
      )}
      <Passages points={points} now={now} />
      <PointsPages points={points} hrefOf={(page) => pageOf(points, points.order, page)} />
      {!points.only && (
        <>
          <Unanswered points={points} />
          <Strays points={points} now={now} />
        </>
      )}
      <OtherSources points={points} />
    </main>
  );
}

/** The opening post's page is the thread's. */
function pageOf({ post, thread }: PointsView, order: PointsOrder, page?: number): string {
  return post.opening
    ? routes.threadPoints(thread.id, order, page)
    : routes.postPoints(post.id, order, page);
}

function PointsFacts({ points, now }: { points: PointsView; now: Date }) {
  const { post, passageCount, answerCount } = points;
  return (
    <p className="points-facts">
      {post.author && (
        <a
          href={routes.person(post.author.username)}
          className={`author hue-${post.author.hue ?? 0}`}
        >
          {post.author.username}
        </a>
      )}
      <a href={routes.post(post.id)}>{post.opening ? "Opening post" : "Reply"} in the thread</a>
      <Age date={post.createdAt} now={now} />
      {passageCount > 0 && (
        <span>
          {count(passageCount, "passage")} answered, {count(answerCount, "answer")}
        </span>
      )}
      {points.only && <a href={routes.postPoints(post.id)}>All passages</a>}
    </p>
  );
}

function Passages({ points, now }: { points: PointsView; now: Date }) {
  if (points.post.sight === "deleted") {
    return <p className="tombstone">This post was deleted by its author.</p>;
  }
  if (points.points.length === 0) {
    return (
      <p className="empty">
        {points.only
          ? "Nobody answers these words any more."
          : "Nobody has quoted this post and answered yet."}
      </p>
    );
  }
  return (
    <ol className="points">
      {points.points.map((point) => (
        <Point key={point.start} point={point} post={points.post} only={points.only} now={now} />
      ))}
    </ol>
  );
}
