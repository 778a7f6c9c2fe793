import { ResultLine } from "@/components/search/ResultLine";
import { OrderTabs } from "@/components/thread/OrderTabs";
import { buttonClass } from "@/components/ui/Button";
import { count } from "@/components/ui/count";
import { routes } from "@/lib/routes";
import type { SearchPage } from "@/lib/search/view";

type Found = Extract<SearchPage, { found: "results" }>;

/** What a search found, a page of it. */
export function Results({ page, text, now }: { page: Found; text: string; now: Date }) {
  if (page.results.length === 0) return <NothingFound page={page} text={text} />;
  const order = page.order === "newest" ? "newest" : undefined;
  return (
    <section aria-labelledby="search-count" className="grid gap-3">
      <p id="search-count" role="status" className="m-0 text-soft">
        {page.total === null ? "More than 10,000 posts" : count(page.total, "post")}
        {page.total === null &&
          ": here are the newest. With another word they can be put in order by relevance."}
      </p>
      {page.ranked && (
        <OrderTabs
          label="Order"
          tabs={[
            { name: "relevance", href: routes.search(text), current: page.order === "relevance" },
            {
              name: "newest",
              href: routes.search(text, "newest"),
              current: page.order === "newest",
            },
          ]}
        />
      )}
      <ol className="search-results">
        {page.results.map((result) => (
          <ResultLine key={result.postId} result={result} now={now} />
        ))}
      </ol>
      {page.next !== null ? (
        <p>
          <a href={routes.search(text, order, page.next)} rel="next" className={buttonClass()}>
            More posts
          </a>
        </p>
      ) : (
        page.beyondRanked && (
          <p className="m-0 text-soft">
            These were compared with each other; the others are listed{" "}
            <a href={routes.search(text, "newest")} className="underline">
              by date
            </a>
            .
          </p>
        )
      )}
    </section>
  );
}

function NothingFound({ page, text }: { page: Found; text: string }) {
  return (
    <div className="empty" role="status">
      <p className="m-0">
        {page.total === 0
          ? "No post that you may read has all of this."
          : "There are no more posts."}
      </p>
      {page.suggestion !== null && (
        <p className="m-0">
          Did you mean{" "}
          <a href={routes.search(page.suggestion)} className="font-medium underline">
            {page.suggestion}
          </a>
          ?
        </p>
      )}
      {page.total !== 0 && (
        <a
          href={routes.search(text, page.order === "newest" ? "newest" : undefined)}
          className={buttonClass()}
        >
          Back to the first page
        </a>
      )}
    </div>
  );
}
