import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BlockButton } from "@/components/blocks/BlockButton";
import { PersonLinks } from "@/components/people/PersonLinks";
import { Age } from "@/components/ui/Age";
import { buttonClass } from "@/components/ui/Button";
import { count } from "@/components/ui/count";
import { findPerson } from "@/lib/accounts/people.queries";
import { parameter, type SearchParams } from "@/lib/address";
import { viewer } from "@/lib/auth";
import { mayReadRecord } from "@/lib/policy/people";
import { isBlocked, mayBlock } from "@/lib/policy/standing";
import { listPostsOf } from "@/lib/posts/queries";
import { routes } from "@/lib/routes";
import { rightsOver } from "@/lib/sanctions/reach.queries";
import { parseId } from "@/lib/schema";
import { snippet } from "@/lib/text/snippet";

const EXCERPT_LENGTH = 200;

interface Props {
  params: Promise<{ name: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await findPerson((await params).name))?.username ?? "Not found" };
}

export default async function PersonPage({ params, searchParams }: Props) {
  const person = await findPerson((await params).name);
  if (person === null) notFound();
  const before = parseId(await parameter(searchParams, "before")) ?? undefined;
  const who = await viewer();
  const { lines, next } = await listPostsOf(who, person.id, before);
  const rights = await rightsOver(who, person.id);
  const now = new Date();
  return (
    <main id="main" className="mx-auto w-full max-w-3xl px-4 py-8">
      <h1 className="text-2xl font-semibold">{person.username}</h1>
      <p className="text-soft">
        {person.claimed ? "Here since " : "The name came with an import on "}
        {person.createdAt.toISOString().slice(0, 10)}
      </p>
      <div className="my-4 grid gap-3">
        <PersonLinks
          username={person.username}
          rights={rights ?? undefined}
          record={mayReadRecord(who, person).allowed}
        />
        {mayBlock(who, person.id).allowed && (
          <BlockButton userId={person.id} blocked={isBlocked(who, person.id)} />
        )}
      </div>
      {lines.length === 0 && <p className="empty">Nothing to read from {person.username} yet.</p>}
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
      {next !== null && (
        <a href={`${routes.person(person.username)}?before=${next}`} className={buttonClass()}>
          Older posts
        </a>
      )}
    </main>
  );
}
