import { postFeed } from "@/app/feed.atom/answer";
import { findPerson } from "@/lib/accounts/people.queries";
import { env } from "@/lib/env";
import { refusal } from "@/lib/http/refusal";
import { routes } from "@/lib/routes";

/** The newest posts of a person as a feed. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ name: string }> },
): Promise<Response> {
  const person = await findPerson((await params).name);
  if (person === null) return refusal();
  const { id: authorId, username } = person;
  const place = { address: routes.personFeed(username), page: routes.person(username) };
  const title = `${username} · ${env().REJOINDER_NAME}`;
  return postFeed(request, { of: "person", authorId }, { title, ...place });
}
