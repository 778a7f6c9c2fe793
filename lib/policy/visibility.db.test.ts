import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { POST_FACTS, postFacts } from "@/lib/policy/facts";
import type { Member, Viewer } from "@/lib/policy/viewer";
import { SIGNED_OUT } from "@/lib/policy/viewer";
import {
  listedPosts,
  listedThreads,
  postSight,
  readable,
  threadSight,
} from "@/lib/policy/visibility";
import { board, person } from "@/scripts/test/debate";

/**
 * The conditions for the database say the same as the functions: asked of every combination of
 * board, thread's author, post's author, hidden thread, hidden post and deleted post.
 */

let people: Record<string, Viewer>;

beforeAll(async () => {
  const [here, there] = [await board(), await board()];
  const [ada, ben] = [await person(), await person()];
  const admin = await person({ admin: true });
  const moderator = await person({ moderates: [here.id] });
  const both = await person({ moderates: [here.id, there.id] });
  people = { nobody: SIGNED_OUT, stranger: await person(), ada, ben, moderator, both, admin };
  const authors: Member[] = [ada, ben, moderator];
  for (const place of [here, there]) {
    for (const opener of authors) {
      for (const threadHidden of [false, true]) {
        const thread = await db().thread.create({
          data: { boardId: place.id, authorId: opener.id, kind: "text", title: "A thread" },
        });
        const threadId = thread.id;
        const { id: hideActionId } = await db().moderationAction.create({
          data: { kind: "hide", actorId: admin.id, threadId, reason: "A test." },
        });
        if (threadHidden) {
          await db().thread.update({ where: { id: threadId }, data: { hideActionId } });
        }
        const hidden = { hideActionId };
        const deleted = { deletedAt: new Date() };
        const states = [{}, hidden, deleted, { ...hidden, ...deleted }];
        const [opening, ...replies] = authors.flatMap(({ id: authorId }) =>
          states.map((state) => ({ threadId, authorId, ...state })),
        );
        if (opening === undefined) throw new Error("Nobody writes.");
        const { id: parentId } = await db().post.create({ data: opening });
        await db().post.createMany({ data: replies.map((post) => ({ ...post, parentId })) });
      }
    }
  }
});

test("lists hold exactly the threads and posts that the rule of visibility shows", async () => {
  const posts = await db().post.findMany({ select: POST_FACTS, orderBy: { id: "asc" } });
  const threads = new Map(posts.map((post) => [post.threadId, postFacts(post).thread]));
  expect(threads.size).toBe(12);
  expect(posts).toHaveLength(12 * 12);
  for (const [name, viewer] of Object.entries(people)) {
    const listed = await db().thread.findMany({
      where: listedThreads(viewer),
      select: { id: true },
      orderBy: { id: "asc" },
    });
    const shown = [...threads].filter(([, facts]) => readable(threadSight(viewer, facts)));
    expect(
      listed.map(({ id }) => id),
      `threads for ${name}`,
    ).toEqual(shown.map(([id]) => id));
    const found = await db().post.findMany({
      where: listedPosts(viewer),
      select: { id: true },
      orderBy: { id: "asc" },
    });
    const seen = posts.filter((post) => readable(postSight(viewer, postFacts(post))));
    expect(
      found.map(({ id }) => id),
      `posts for ${name}`,
    ).toEqual(seen.map(({ id }) => id));
  }
});
