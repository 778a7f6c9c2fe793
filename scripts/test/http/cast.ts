// A thread that looks different to everybody who may look at it, and those people.
import { randomUUID } from "node:crypto";
import { moderate } from "@/lib/moderation/commands";
import type { Member } from "@/lib/policy/viewer";
import { editPost, reply } from "@/lib/posts/commands";
import { routes } from "@/lib/routes";
import { castVote } from "@/lib/votes/commands";
import { board, person, succeeded, thread } from "@/scripts/test/debate";
import { post } from "@/scripts/test/http/forms";
import type { Traits } from "@/scripts/test/http/page-traits";
import { sessionOf, signedIn } from "@/scripts/test/http/sessions";

export const VIEWER_NAMES = [
  ...["signedOut", "member", "moderator", "moderatorElsewhere", "authorOfHidden", "admin"],
] as const;

export interface Looking {
  /** The token of the session's cookie; none for somebody signed out. */
  token?: string;
  expected: Traits;
}

export interface Cast {
  threadId: number;
  boardId: number;
  /** A word of the post that is hidden, and of its quote. */
  secret: string;
  viewers: Record<string, Looking>;
  /** Votes through each of these processes, back and forth: every kept page is old then. */
  touch(urls: readonly string[]): Promise<void>;
}

const SECRET = "zqsecretx";

export async function makeCast(): Promise<Cast> {
  const [place, elsewhere] = [await board(), await board()];
  const opener = await person();
  const member = await person();
  const authorOfHidden = await person();
  const moderator = await person({ moderates: [place.id] });
  const moderatorElsewhere = await person({ moderates: [elsewhere.id] });
  const admin = await person({ admin: true });
  const passage = "These words stand here only until they are changed by somebody.";
  const opened = await thread(opener, place, "The opening words of a thread for many eyes.");
  const changed = await replyTo(opened.openingId, opener, passage);
  const secret = `Nobody shall read ${SECRET} once it was hidden from them.`;
  const hidden = await replyTo(opened.openingId, authorOfHidden, secret);
  const ownOfMember = await replyTo(hidden, member, `> ${secret}\n\nAn answer to it.`);
  const quoting = await replyTo(changed, member, `> ${passage}\n\nThat will not stay.`);
  succeeded(await editPost(opener, { postId: changed, markdown: "Other words stand here now." }));
  succeeded(
    await moderate(moderator, { verb: "hide", target: "post", id: hidden, reason: "Off topic" }),
  );
  succeeded(await castVote(member, opened.openingId, 1));
  succeeded(await castVote(authorOfHidden, quoting, -1));
  const plain = { secret: false, pressed: 0, moderates: false, toCheck: false, admin: false };
  const looking = async (who: Member, expected: Partial<Traits>): Promise<Looking> => ({
    token: await sessionOf(who),
    expected: { ...plain, edits: [], name: who.username, ...expected },
  });
  const bumper = await signedIn(await person());
  return {
    ...{ threadId: opened.id, boardId: place.id, secret: SECRET },
    viewers: {
      signedOut: { expected: { ...plain, edits: [], name: "" } },
      member: await looking(member, {
        ...{ pressed: 1, toCheck: true, edits: [ownOfMember, quoting] },
      }),
      moderator: await looking(moderator, { secret: true, moderates: true }),
      moderatorElsewhere: await looking(moderatorElsewhere, {}),
      authorOfHidden: await looking(authorOfHidden, { secret: true, pressed: 1 }),
      admin: await looking(admin, { secret: true, moderates: true, admin: true }),
    },
    async touch(urls) {
      for (const url of urls) {
        for (const vote of [`${opened.openingId}:up`, `${opened.openingId}:none`]) {
          const { status } = await post({ url, headers: bumper }, routes.vote(), { vote });
          if (status !== 303) throw new Error(`The vote was not counted: ${status}`);
        }
      }
    },
  };
}

async function replyTo(parentId: number, author: Member, markdown: string): Promise<number> {
  const input = { parentId, markdown, formKey: randomUUID() };
  return succeeded(await reply(author, input)).postId;
}
