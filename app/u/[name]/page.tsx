import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PersonFrame } from "@/components/history/PersonFrame";
import { PostLines } from "@/components/history/PostLines";
import { buttonClass } from "@/components/ui/Button";
import { findPerson } from "@/lib/accounts/people.queries";
import { parameter, type SearchParams } from "@/lib/address";
import { viewer } from "@/lib/auth";
import { listPostsOf } from "@/lib/posts/queries";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";
import { personFrame } from "./frame";
import { personMetadata } from "./metadata";

interface Props {
  params: Promise<{ name: string }>;
  searchParams: SearchParams;
}

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return personMetadata(params);
}

export default async function PersonPage({ params, searchParams }: Props) {
  const person = await findPerson((await params).name);
  if (person === null) notFound();
  const before = parseId(await parameter(searchParams, "before")) ?? undefined;
  const [who, now] = [await viewer(), new Date()];
  const frame = await personFrame(who, person, now);
  const { lines, next } = await listPostsOf(who, person.id, before);
  return (
    <PersonFrame {...frame} here="posts">
      {lines.length === 0 && <p className="empty">Nothing to read from {person.username} yet.</p>}
      <PostLines lines={lines} now={now} />
      {next !== null && (
        <a href={routes.personPosts(person.username, next)} rel="next" className={buttonClass()}>
          Older posts
        </a>
      )}
    </PersonFrame>
  );
}
