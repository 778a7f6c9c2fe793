import type { Metadata } from "next";
import { findPerson } from "@/lib/accounts/people.queries";
import { ATOM } from "@/lib/feeds/atom";
import { routes } from "@/lib/routes";

/** What the pages of a person are called, and where their feed is. */
export async function personMetadata(
  params: Promise<{ name: string }>,
  named: (username: string) => string = (username) => username,
): Promise<Metadata> {
  const person = await findPerson((await params).name);
  if (person === null) return { title: "Not found" };
  const { username } = person;
  const feed = { url: routes.personFeed(username), title: `Posts of ${username}` };
  return { title: named(username), alternates: { types: { [ATOM]: [feed] } } };
}
