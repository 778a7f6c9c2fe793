import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PersonFrame } from "@/components/history/PersonFrame";
import { ThreadList } from "@/components/thread/ThreadList";
import { buttonClass } from "@/components/ui/Button";
import { findPerson } from "@/lib/accounts/people.queries";
import { parameter, type SearchParams } from "@/lib/address";
import { viewer } from "@/lib/auth";
import { routes } from "@/lib/routes";
import { listThreads } from "@/lib/threads/lists.queries";
import { personFrame } from "../frame";
import { personMetadata } from "../metadata";

interface Props {
  params: Promise<{ name: string }>;
  searchParams: SearchParams;
}

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return personMetadata(params, (username) => `Threads of ${username}`);
}

export default async function PersonThreadsPage({ params, searchParams }: Props) {
  const person = await findPerson((await params).name);
  if (person === null) notFound();
  const after = await parameter(searchParams, "after");
  const [who, now] = [await viewer(), new Date()];
  const frame = await personFrame(who, person, now);
  const { id: authorId, username } = person;
  const { lines, next } = await listThreads(who, { order: "new", authorId, after });
  return (
    <PersonFrame {...frame} here="threads">
      {lines.length === 0 ? (
        <p className="empty">{username} has opened no thread yet.</p>
      ) : (
        <ThreadList lines={lines} now={now} signedIn={who.signedIn} />
      )}
      {next !== null && (
        <p className="mt-6">
          <a href={routes.personThreads(username, next)} rel="next" className={buttonClass()}>
            Older threads
          </a>
        </p>
      )}
    </PersonFrame>
  );
}
