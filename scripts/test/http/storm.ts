// A debate that changes all the time, by people who use its forms, while others read it.
import { randomUUID } from "node:crypto";
import type { Member } from "@/lib/policy/viewer";
import { reply } from "@/lib/posts/commands";
import { routes } from "@/lib/routes";
import { board, person, succeeded, thread } from "@/scripts/test/debate";
import type { Answer } from "@/scripts/test/http/client";
import { complaintOf, post, type Sender, submit } from "@/scripts/test/http/forms";
import { signedIn } from "@/scripts/test/http/sessions";
import { marker, WatchedThread } from "@/scripts/test/http/watched-thread";

/** What a round does, in this order; hidden things are shown again by the next round. */
const ROUNDS = [
  ...["hide post", "unhide post", "edit", "vote", "reply"],
  ...["hide thread", "unhide thread", "reply", "unvote", "delete", "delete"],
] as const;

type Round = (typeof ROUNDS)[number];

/** Tries of a write that a broken server refused. */
const MOST_TRIES = 400;

export interface Storm {
  watched: WatchedThread;
  /**
   * Does the next round through a web process of this address.
   *
   * @param persistent tries again until it is done, where a server fails
   */
  next(url: string, persistent?: boolean): Promise<Round>;
}

/** Makes a thread with a post that is hidden and quoted, one that is edited and voted on, and their people. */
export async function makeStorm(): Promise<Storm> {
  const place = await board();
  const author = await person();
  const voter = await person();
  const moderator = await person({ moderates: [place.id] });
  const words = { opening: marker(), secret: marker(), answer: marker(), edited: marker() };
  const opened = await thread(author, place, `Here begins ${words.opening}.`);
  const secret = `The passage that will be hidden speaks of ${words.secret} at length.`;
  const secretId = await replyTo(opened.openingId, author, secret);
  const answer = `> ${secret}\n\nAnd the answer to it is ${words.answer}.`;
  await replyTo(secretId, voter, answer);
  const editedId = await replyTo(opened.openingId, author, `To be edited: ${words.edited}.`);
  const watched = new WatchedThread(opened.id, editedId, {
    ...{ threadHidden: false, score: 0, words: Object.values(words) },
  });
  const cookies = {
    author: await signedIn(author),
    voter: await signedIn(voter),
    moderator: await signedIn(moderator),
  };
  return new ChangingThread(watched, secretId, words, cookies);
}

/** The rules that the forum begins with are numbered from 1. */
const FIRST_RULE = "1";

class ChangingThread implements Storm {
  private count = 0;
  private readonly replies: { id: number; word: string }[] = [];
  /** What a hidden thread will show again. */
  private kept: readonly string[] = [];

  constructor(
    readonly watched: WatchedThread,
    private readonly secretId: number,
    private readonly words: { secret: string; edited: string },
    private readonly cookies: Record<"author" | "voter" | "moderator", Record<string, string>>,
  ) {}

  async next(url: string, persistent = false): Promise<Round> {
    const round = ROUNDS[this.count++ % ROUNDS.length] ?? "reply";
    const as = (who: keyof typeof this.cookies) => ({ url, headers: this.cookies[who] });
    const until = (work: () => Promise<Answer>) => done(work, persistent);
    const { watched, secretId, words } = this;
    const without = (word: string) => watched.shown.words.filter((each) => each !== word);
    const moderating = (path: string, button: string) => () =>
      until(() => submit(as("moderator"), path, button, { rule: FIRST_RULE }));
    switch (round) {
      case "hide post":
        await watched.write(
          { words: without(words.secret) },
          moderating(routes.moderatePost(secretId, "hide"), "Hide"),
        );
        break;
      case "unhide post":
        await watched.write(
          { words: [...watched.shown.words, words.secret] },
          moderating(routes.moderatePost(secretId, "unhide"), "Unhide"),
        );
        break;
      case "hide thread":
        this.kept = watched.shown.words;
        await watched.write(
          { threadHidden: true, words: [] },
          moderating(routes.moderateThread(watched.id, "hide"), "Hide"),
        );
        break;
      case "unhide thread":
        await watched.write(
          { threadHidden: false, words: this.kept },
          moderating(routes.moderateThread(watched.id, "unhide"), "Unhide"),
        );
        break;
      case "edit": {
        const word = marker();
        const text = `Edited: ${word}.`;
        await watched.write({ words: [...without(words.edited), word] }, () =>
          until(() => submit(as("author"), routes.edit(watched.votedId), "Publish", { text })),
        );
        words.edited = word;
        break;
      }
      case "vote":
      case "unvote": {
        const vote = `${watched.votedId}:${round === "vote" ? "up" : "none"}`;
        await watched.write({ score: round === "vote" ? 1 : 0 }, () =>
          until(() => post(as("voter"), routes.vote(), { vote, back: routes.thread(watched.id) })),
        );
        break;
      }
      case "reply":
        await this.reply(as("author"), until);
        break;
      case "delete": {
        const last = this.replies.pop();
        if (last === undefined) throw new Error("There is no reply to delete.");
        await watched.write({ words: without(last.word) }, () =>
          until(() => submit(as("author"), routes.deletePost(last.id), "Delete")),
        );
        break;
      }
    }
    return round;
  }

  private async reply(
    author: Sender,
    until: (work: () => Promise<Answer>) => Promise<Answer>,
  ): Promise<void> {
    const word = marker();
    const formKey = randomUUID();
    const fields = { text: `One more: ${word}.`, formKey };
    const address = routes.reply(this.watched.votedId);
    let id = 0;
    await this.watched.write({ words: [...this.watched.shown.words, word] }, async () => {
      const answer = await until(() => submit(author, address, "Publish", fields));
      id = Number(/\/p\/(\d+)/.exec(answer.headers.location ?? "")?.[1]);
    });
    this.replies.push({ id, word });
  }
}

/** Sends a form until it is answered with success. What was done by a try without answer is done. */
async function done(work: () => Promise<Answer>, persistent: boolean): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await work().catch((error: unknown) => {
      if (!persistent) throw error;
      return null;
    });
    if (answer?.status === 303) return answer;
    const again = answer !== null && attempt > 1;
    if (again && (answer.status === 404 || answer.body.includes("That is already so")))
      return answer;
    const broken = answer === null || answer.status >= 500;
    if (!broken || !persistent || attempt === MOST_TRIES) {
      throw new Error(`A form was refused: ${answer === null ? "lost" : complaintOf(answer)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

async function replyTo(parentId: number, author: Member, markdown: string): Promise<number> {
  const input = { parentId, markdown, formKey: randomUUID() };
  return succeeded(await reply(author, input)).postId;
}
