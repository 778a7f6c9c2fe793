// Votes and replies through the forum, by HTTP.
import { randomUUID } from "node:crypto";
import type { Exchange } from "@/bench/exchange";
import { hiddenFields } from "@/bench/form";
import type { Answerable, SignedIn } from "@/bench/seed/seeded";
import { type Client, clientOf } from "@/bench/writing/clients";
import { Problem } from "@/scripts/say";

/** What people write beneath a quote: the length of the threads' own posts. */
export const OWN_WORDS =
  "That does not follow from what was said before. A rule that most people keep most of the time can be a good rule without being a law of nature, and one case against it is a reason to look again, not to give it up. What would change my mind is a case in which everybody kept it and the result was worse than without. So far I have not seen one here, and nobody has named one elsewhere either.";

/** Somebody who votes and answers, on a connection of their own. */
export interface Writer {
  vote(): Promise<void>;
  reply(): Promise<void>;
  close(): void;
}

/** @param replies what is voted on and answered, by chance */
export async function writerOf(
  url: string,
  who: SignedIn,
  replies: readonly Answerable[],
): Promise<Writer> {
  const client = clientOf(url, who);
  const pick = () => replies[Math.floor(Math.random() * replies.length)] as Answerable;
  const fields = await actionFields(client, pick().id);
  const votes = new Map<number, "up" | "down">();
  return {
    async vote() {
      const { id } = pick();
      // Never the vote it has: that would change nothing.
      const vote = votes.get(id) === "up" ? "down" : "up";
      votes.set(id, vote);
      expectStatus(await client.call("/vote", { vote: `${id}:${vote}` }), 200, "A vote");
    },
    async reply() {
      const { id, passage } = pick();
      const text = `> ${passage}\r\n\r\n${OWN_WORDS}`;
      const sent = { ...fields, post: String(id), formKey: randomUUID(), text, intent: "publish" };
      expectStatus(await client.submit(`/p/${id}/reply`, sent), 303, "A reply");
    },
    close: client.close,
  };
}

/** What the page writes into the form of an answer, which is the same for every post. */
async function actionFields(client: Client, post: number): Promise<Record<string, string>> {
  const page = expectStatus(await client.get(`/p/${post}/reply`), 200, "The form of a reply");
  const fields = hiddenFields(page.body.toString(), "formKey");
  if (fields === null) throw new Problem("There is no form to reply by.");
  return fields;
}

export function expectStatus(answer: Exchange, status: number, what: string): Exchange {
  if (answer.status === status) return answer;
  const words = answer.body
    .toString()
    .replace(/<[^>]*>/g, " ")
    .slice(0, 200);
  throw new Problem(`${what} was answered with status ${answer.status}: ${words}`);
}
