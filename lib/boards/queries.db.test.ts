import { expect, test } from "vitest";
import { COUNTED_THREADS, listBoards } from "@/lib/boards/queries";
import { db } from "@/lib/db/client";
import { moderate } from "@/lib/moderation/commands";
import { board, person, succeeded, thread } from "@/scripts/test/debate";

const countOf = async (id: number) =>
  (await listBoards()).find((each) => each.id === id)?.threadCount;

test("a board counts the threads that everybody finds in it, and those that are hidden not", async () => {
  const place = await board();
  const ada = await person();
  const moderator = await person({ moderates: [place.id] });
  expect(await countOf(place.id)).toBe(0);
  await thread(ada, place);
  const { id } = await thread(ada, place);
  expect(await countOf(place.id)).toBe(2);
  succeeded(await moderate(moderator, { verb: "hide", target: "thread", id, reason: "Spam." }));
  expect(await countOf(place.id)).toBe(1);
});

test("a board with very many threads is known to have more than are counted", async () => {
  const place = await board();
  const { id: authorId } = await person();
  await db().thread.createMany({
    data: Array.from({ length: COUNTED_THREADS + 20 }, (_, index) => ({
      ...{ boardId: place.id, authorId, kind: "text" as const, title: `Thread ${index}` },
    })),
  });
  expect(await countOf(place.id)).toBe(COUNTED_THREADS + 1);
});
