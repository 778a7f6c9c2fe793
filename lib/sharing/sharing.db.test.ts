import { fromHtml } from "hast-util-from-html";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { moderate } from "@/lib/moderation/commands";
import { type Member, SIGNED_OUT, type Viewer } from "@/lib/policy/viewer";
import { listedThreads } from "@/lib/policy/visibility";
import { deletePost } from "@/lib/posts/commands";
import { headOf } from "@/lib/sharing/head";
import { readEmbedded } from "@/lib/sharing/oembed.queries";
import { readPicture } from "@/lib/sharing/picture.queries";
import { pictureWords } from "@/lib/sharing/picture-words";
import { countSitemapParts, readSitemapPart } from "@/lib/sharing/sitemap.queries";
import { dataBlock, structuredThread } from "@/lib/sharing/structured";
import { readThread } from "@/lib/threads/queries";
import { answer, board, manyReplies, person, succeeded, thread } from "@/scripts/test/debate";

const ORIGIN = "https://forum.example.org";
const WORDS = "Words that are soon gone for everybody else.";

let ada: Member;
let ben: Member;
let moderator: Member;
let place: { id: number; slug: string };

beforeAll(async () => {
  place = await board();
  [ada, ben] = [await person(), await person()];
  moderator = await person({ moderates: [place.id] });
});

const hide = async (target: "post" | "thread", id: number) =>
  succeeded(await moderate(moderator, { verb: "hide", target, id, reason: "Spam" }));

async function shown(id: number, viewer: Viewer = SIGNED_OUT) {
  const page = await readThread(viewer, id);
  if (page.found !== "thread") throw new Error(page.found);
  return page.thread;
}

const dataOf = async (id: number) => structuredThread(await shown(id), ORIGIN);

test("structured data names who quotes whom, and loses what is hidden", async () => {
  const { id, openingId } = await thread(ada, place, "The opening words, to be quoted by others.");
  const reply = await answer(
    ben,
    openingId,
    "> The opening words, to be quoted by others.\n\nYes.",
  );
  const said = await answer(ada, openingId, WORDS);
  await answer(ben, said, `> ${WORDS}\n\nNo.`);
  expect(await dataOf(id)).toMatchObject({
    comment: expect.arrayContaining([
      expect.objectContaining({
        url: `${ORIGIN}/p/${reply}`,
        citation: [
          {
            "@type": "Quotation",
            text: "The opening words, to be quoted by others.",
            url: `${ORIGIN}/p/${openingId}`,
            creator: { "@type": "Person", name: ada.username, url: `${ORIGIN}/u/${ada.username}` },
          },
        ],
      }),
    ]),
  });
  expect(JSON.stringify(await dataOf(id))).toContain(WORDS);
  await hide("post", said);
  const after = JSON.stringify(await dataOf(id));
  expect(after).not.toContain(WORDS);
  expect(after).toContain("No.");
});

test("structured data stays small, however long the thread and its posts", async () => {
  const { id, openingId } = await thread(ada, place, "word ".repeat(5_000));
  for (let index = 0; index < 5; index += 1) {
    await answer(ben, openingId, `${index} ${"long ".repeat(5_000)}`);
  }
  await manyReplies(ben, openingId, 300);
  expect(dataBlock(await dataOf(id)).length).toBeLessThan(16_000);
});

test("nothing written in a thread ends the block of data or the attributes of the head", async () => {
  const { id } = await thread(ada, place, `</script><!--<script> "><b>x`);
  await db().thread.update({ where: { id }, data: { title: `"></title></head><script>x` } });
  const block = dataBlock(await dataOf(id));
  expect(block.match(/</g)).toHaveLength(2);
  expect(block.endsWith("</script>")).toBe(true);
  const head = headOf(await shown(id), { origin: ORIGIN, forum: `"><i>`, page: 1 });
  // As a browser reads it: links and facts, and nothing else.
  const nodes = fromHtml(head, { fragment: true }).children;
  const names = nodes.map((node) => (node.type === "element" ? node.tagName : node.type));
  expect(new Set(names)).toEqual(new Set(["meta", "link"]));
});

test("other sites are told nothing of what is hidden, deleted or merged", async () => {
  const { id, openingId } = await thread(ada, place, WORDS);
  const said = await answer(ada, openingId, `${WORDS} Again.`);
  const embedded = (what: Parameters<typeof readEmbedded>[0]) => readEmbedded(what, ORIGIN);
  expect(await embedded({ thread: id })).toMatchObject({ words: WORDS, author: ada.username });
  expect(await embedded({ post: said })).toMatchObject({ url: `${ORIGIN}/p/${said}` });
  await hide("post", said);
  expect(await embedded({ post: said })).toBeNull();
  const gone = await answer(ada, openingId, `${WORDS} Again.`);
  succeeded(await deletePost(ada, gone));
  expect(await embedded({ post: gone })).toBeNull();
  await hide("thread", id);
  expect(await embedded({ thread: id })).toBeNull();
  expect(await readPicture(id, "Rejoinder")).toEqual({ found: "hidden", reason: "Spam" });
  // Whoever still sees it says nothing of it to others.
  const own = await shown(id, ada);
  expect(headOf(own, { origin: ORIGIN, forum: "Rejoinder", page: 1 })).toBe("");
});

test("a picture is called by its page as what it says is", async () => {
  const { id, openingId } = await thread(ada, place);
  await answer(ben, openingId, "A reply that is counted.");
  const drawn = await readPicture(id, "Rejoinder");
  if (drawn.found !== "picture") throw new Error("Nothing is there.");
  const told = await shown(id);
  const author = told.opening.author?.username ?? null;
  expect(drawn.words).toEqual(pictureWords({ ...told, author }, "Rejoinder"));
});

test("the sitemap has the threads that everybody finds, and no others", async () => {
  const { id } = await thread(ada, place);
  await hide("thread", id);
  const into = await thread(ada, place);
  const merged = await thread(ada, place);
  await db().thread.update({ where: { id: merged.id }, data: { mergedIntoId: into.id } });
  expect(await countSitemapParts()).toBe(1);
  const listed = await db().thread.findMany({
    where: listedThreads(SIGNED_OUT),
    orderBy: { id: "asc" },
    select: { id: true, lastPostAt: true },
  });
  expect(await readSitemapPart(1)).toEqual(listed);
  expect(await readSitemapPart(2)).toEqual([]);
});
