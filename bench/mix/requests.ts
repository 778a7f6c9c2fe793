// The requests of a mix, by the names that the workload has for them.
import { randomUUID } from "node:crypto";
import { hiddenFields } from "@/bench/form";
import type { MixForum } from "@/bench/mix/forum";
import { weighted } from "@/bench/mix/workload";
import { type Client, clientOf } from "@/bench/writing/clients";
import { expectStatus, OWN_WORDS } from "@/bench/writing/forum";
import { Problem } from "@/scripts/say";

/** One of so many readers is signed in. */
const SIGNED_IN = 10;

/**
 * Does one of the workload's requests, and before a form is sent, asks for the page it is on. What is
 * not answered as it should be fails.
 */
export type Doing = () => Promise<void>;

/** What a request of the workload is here; those that this forum does not have are asked of what is nearest. */
export function requestsTo(url: string, forum: MixForum): Record<string, Doing> {
  const threads = forum.threads.map((thread) => [thread, thread.posts] as const);
  const anyThread = () => weighted(threads, Math.random());
  const anybody = () => pick(forum.people);
  const clients = new Map(forum.people.map((person) => [person.id, clientOf(url, person, MANY)]));
  const guest = clientOf(url, undefined, MANY);
  const of = (person: { id: number }) => clients.get(person.id) ?? guest;
  const reader = () => (Math.random() < 1 / SIGNED_IN ? of(anybody()) : guest);
  const read = (path: () => string) => async () => {
    expectStatus(await reader().get(path(), COMPRESSED), 200, path());
  };
  const vote = (post: { id: number; authorId: number }, word: "up" | "down") => {
    const person = another(forum.people, post.authorId);
    return call(of(person), `${post.id}:${word}`);
  };
  const opening = () => {
    const { openingId, authorId } = anyThread();
    return { id: openingId, authorId };
  };
  return {
    "GET /stories/X": read(() => `/t/${anyThread().id}`),
    "GET /": read(() => "/"),
    "GET /u/X": read(() => `/u/${anybody().username}`),
    "GET /comments": read(() => "/active"),
    "GET /recent": read(() => "/new"),
    "POST comment upvote": () => vote(pick(forum.replies), "up"),
    "POST comment downvote": () => vote(pick(forum.replies), "down"),
    "POST story upvote": () => vote(opening(), "up"),
    "POST story downvote": () => vote(opening(), "down"),
    "POST comment": () => {
      const { id, passage } = pick(forum.replies);
      const fields = { post: String(id), text: `> ${passage}\r\n\r\n${OWN_WORDS}` };
      return send(of(anybody()), `/p/${id}/reply`, "formKey", fields);
    },
    "POST comment edit": () => {
      const { id, authorId } = pick(forum.replies);
      const fields = { text: `${OWN_WORDS}\r\n\r\nEdited: ${randomUUID()}` };
      return send(of({ id: authorId }), `/p/${id}/edit`, "revision", fields);
    },
    "POST story": () => {
      const title = `A new thread ${randomUUID()}`;
      const fields = { board: forum.board, kind: "text", title, text: OWN_WORDS };
      return send(of(anybody()), "/new-thread", "formKey", fields);
    },
    "POST login": () => {
      const fields = { username: anybody().username, password: forum.password };
      return send(guest, "/sign-in", "password", fields);
    },
    "POST logout": async () => {
      const client = clientOf(url, forum.leaving.shift());
      expectStatus(await client.submit("/sign-out", {}), 303, "Signing out");
      client.close();
    },
  };
}

/** Browsers ask for it; forms are read here, and sent plain for that. */
const COMPRESSED = { "accept-encoding": "gzip" };

/** Connections that one person may have at the same time. */
const MANY = 50;

const pick = <Item>(items: readonly Item[]) =>
  items[Math.floor(Math.random() * items.length)] as Item;

function another<Person extends { id: number }>(people: readonly Person[], than: number): Person {
  for (;;) {
    const person = pick(people);
    if (person.id !== than) return person;
  }
}

async function call(client: Client, vote: string): Promise<void> {
  expectStatus(await client.call("/vote", { vote }), 200, "A vote");
}

/** Asks for the page of a form, and sends it. */
async function send(
  client: Client,
  path: string,
  having: string,
  fields: Record<string, string>,
): Promise<void> {
  const page = expectStatus(await client.get(path), 200, path);
  const hidden = hiddenFields(page.body.toString(), having);
  if (hidden === null) throw new Problem(`${path} has no form to send.`);
  const sent = { ...hidden, formKey: randomUUID(), intent: "publish", ...fields };
  // Led on: an answer with the form in it says what is wrong.
  expectStatus(await client.submit(path, sent), 303, `The form of ${path}`);
}
