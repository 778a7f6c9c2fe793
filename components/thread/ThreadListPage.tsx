import type { ReactNode } from "react";
import { OrderTabs } from "@/components/thread/OrderTabs";
import { ThreadList } from "@/components/thread/ThreadList";
import { buttonClass } from "@/components/ui/Button";
import { Drawn } from "@/components/ui/Drawn";
import { agesHold } from "@/components/ui/elapsed";
import { VoteForm } from "@/components/vote/VoteForm";
import type { ThreadOrder } from "@/lib/routes";
import { THREAD_ORDERS } from "@/lib/threads/order";
import type { ThreadLine } from "@/lib/threads/view";

/** The front page and the page of a board: a heading, the orders, the threads, the way on. */
export function ThreadListPage({
  heading,
  order,
  lines,
  next,
  address,
  newThread,
  signedIn,
  showBoard,
  now,
}: {
  heading: ReactNode;
  order: ThreadOrder;
  lines: ThreadLine[];
  next: string | null;
  /** The address of this list in an order, from a cursor. */
  address: (order: ThreadOrder, after?: string) => string;
  newThread: string;
  signedIn: boolean;
  showBoard?: boolean;
  now: Date;
}) {
  return (
    <main id="main" className="mx-auto w-full max-w-4xl px-4 py-6">
      {heading}
      <OrderTabs
        label="Order"
        tabs={THREAD_ORDERS.map((name) => ({
          name,
          href: address(name),
          current: name === order,
        }))}
      />
      {lines.length === 0 ? (
        <div className="empty">
          <p>Nothing has been said here yet.</p>
          <a href={newThread} className={buttonClass("primary")}>
            Start a thread
          </a>
        </div>
      ) : (
        <>
          <VoteForm back={address(order)} />
          <Drawn keepFor={agesHold(youngestOf(lines), now)}>
            <ThreadList lines={lines} now={now} signedIn={signedIn} showBoard={showBoard} />
          </Drawn>
        </>
      )}
      {next && (
        <p className="mt-6">
          <a href={address(order, next)} rel="next" className={buttonClass()}>
            More threads
          </a>
        </p>
      )}
    </main>
  );
}

function youngestOf(lines: readonly ThreadLine[]): Date {
  return new Date(Math.max(...lines.map(({ createdAt }) => createdAt.getTime())));
}
