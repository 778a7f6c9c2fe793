import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { POST_FACTS, postFacts } from "@/lib/policy/facts";
import type { Member, Viewer } from "@/lib/policy/viewer";
import { SIGNED_OUT } from "@/lib/policy/viewer";
import { postSight, readable } from "@/lib/policy/visibility";
import { hitsOf } from "@/lib/search/hits.queries";
import { meaningOf } from "@/lib/search/meaning.queries";
import { parseSearch } from "@/lib/search/parse";
import { board, person } from "@/scripts/test/debate";

/**
 * The conditions of a search say the same as the rule of visibility: asked of every combination of
 * board, thread's author, post's author, hidden thread, hidden post and deleted post, and for every one
 * of those posts as the source of a quote.
 */

let people: Record<string, Viewer>;
/** The post that quotes each post, by its id. */
const quoterOf = new Map<number, number>();

beforeAll(async () => {
  const [here, there] = [await board(), await board()];
  const [ada, ben] = [await person(), await person()];
  const admin = await person({ admin: true });
  const moderator = await person({ moderates: [here.id] });
  people = { nobody: SIGNED_OUT, stranger: await person(), ada, ben, moderator, admin };
  const authors: Member[] = [ada, ben, moderator];
  const quoting = await db().thread.create({
    data: { boardId: there.id, authorId: ada.id, kind: "text", title: "Quotes" },
  });
  for (const place of [here, there]) {
    for (const opener of authors) {
      for (const threadHidden of [false, true]) {
        const { id: threadId } = await db().thread.create({
          data: { boardId: place.id, authorId: opener.id, kind: "text", title: "Sources" },
        });
        const { id: hideActionId } = await db().moderationAction.create({
          data: { kind: "hide", actorId: admin.id, threadId, reason: "A test." },
        });
        if (threadHidden)
          await db().thread.update({ where: { id: threadId }, data: { hideActionId } });
        const hidden = { hideActionId };
        const deleted = { deletedAt: new Date() };
        let parentId: number | null = null;
        for (const { id: authorId } of authors) {
          for (const state of [{}, hidden, deleted, { ...hidden, ...deleted }]) {
            const source: number = await post({ threadId, parentId, authorId, ...state }, "zebra");
            parentId ??= source;
            const quoter = await post(
              { threadId: quoting.id, parentId: null, authorId: ada.id },
              "x",
            );
            quoterOf.set(source, quoter);
            await quote(quoter, { sourcePostId: source, exact: "giraffe" });
          }
        }
      }
    }
  }
});

/** The opening posts of one thread can't be many, so all but the first answer it. */
let firstQuoter: number | null = null;

async function post(
  data: { threadId: number; parentId: number | null; authorId: number },
  ownText: string,
): Promise<number> {
  const parentId = ownText === "x" ? firstQuoter : data.parentId;
  const { id } = await db().post.create({ data: { ...data, parentId } });
  if (ownText === "x") firstQuoter ??= id;
  const revision = await db().revision.create({
    data: {
      ...{ postId: id, number: 1, markdownParts: [ownText, ""], htmlParts: [ownText, ""] },
      ...{ ownText, rendererVersion: 1 },
    },
  });
  await db().post.update({ where: { id }, data: { currentRevisionId: revision.id } });
  return id;
}

async function quote(
  postId: number,
  about: {
    sourcePostId?: number;
    exact: string;
    containerId?: number;
    candidatePostIds?: number[];
  },
): Promise<number> {
  const { currentRevisionId } = await db().post.findUniqueOrThrow({ where: { id: postId } });
  const { id } = await db().quote.create({
    data: {
      ...{
        postId,
        revisionId: currentRevisionId ?? 0,
        ordinal: 0,
        markdownParts: [],
        htmlParts: [],
      },
      ...{ status: about.candidatePostIds ? "ambiguous" : "verbatim", ...about },
    },
  });
  return id;
}

async function found(viewer: Viewer, text: string): Promise<number[]> {
  const parsed = parseSearch(text, new Date());
  if (!parsed.ok) throw new Error(text);
  const meaning = await meaningOf(viewer, parsed.query);
  const { hits, total } = await hitsOf(viewer, meaning, {
    order: "newest",
    after: null,
    most: 1000,
  });
  expect(total).toBe(hits.length);
  return hits.map(({ postId }) => postId).sort((a, b) => a - b);
}

const facts = async () => {
  const posts = await db().post.findMany({ select: POST_FACTS, orderBy: { id: "asc" } });
  return posts.filter(({ id }) => quoterOf.has(id));
};

test("words find exactly the posts that the viewer may read, and count no other", async () => {
  for (const [name, viewer] of Object.entries(people)) {
    const seen = (await facts()).filter((row) => readable(postSight(viewer, postFacts(row))));
    expect(await found(viewer, "zebra"), name).toEqual(seen.map(({ id }) => id));
  }
});

test("quoted words find exactly the quotes that the viewer may read", async () => {
  for (const [name, viewer] of Object.entries(people)) {
    const seen = (await facts()).filter((row) => postSight(viewer, postFacts(row)) !== "hidden");
    const quoters = seen.map(({ id }) => quoterOf.get(id)).sort((a, b) => (a ?? 0) - (b ?? 0));
    expect(await found(viewer, "q:giraffe"), name).toEqual(quoters);
  }
});

test("whose words a quote has, and how it agrees with them, is found out by nobody who is not told", async () => {
  const ben = people.ben as Member;
  for (const [name, viewer] of Object.entries(people)) {
    const named = (await facts()).filter(
      (row) => row.authorId === ben.id && readable(postSight(viewer, postFacts(row))),
    );
    const quoters = named.map(({ id }) => quoterOf.get(id)).sort((a, b) => (a ?? 0) - (b ?? 0));
    expect(await found(viewer, `quotes:@${ben.username}`), name).toEqual(quoters);
  }
});

test("a quote inside a redacted one, and an ambiguous one of hidden posts only, are redacted", async () => {
  const hidden = (await facts()).find((row) => postSight(SIGNED_OUT, postFacts(row)) === "hidden");
  const open = (await facts()).find((row) => postSight(SIGNED_OUT, postFacts(row)) === "open");
  const quoter = quoterOf.get(open?.id ?? 0) ?? 0;
  const container = await quote(quoter, { sourcePostId: hidden?.id, exact: "outer" });
  await quote(quoter, { sourcePostId: open?.id, exact: "okapi", containerId: container });
  await quote(quoter, { candidatePostIds: [hidden?.id ?? 0], exact: "lemur" });
  await quote(quoter, { candidatePostIds: [hidden?.id ?? 0, open?.id ?? 0], exact: "tapir" });
  for (const word of ["outer", "okapi", "lemur"]) {
    expect(await found(SIGNED_OUT, `q:${word}`), word).toEqual([]);
    expect(await found(people.admin as Viewer, `q:${word}`), word).toEqual([quoter]);
  }
  expect(await found(SIGNED_OUT, "q:tapir")).toEqual([quoter]);
});
