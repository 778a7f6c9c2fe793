import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { moderate } from "@/lib/moderation/commands";
import type { Member } from "@/lib/policy/viewer";
import { typescript } from "@/scripts/programs";
import { answer, board, manyReplies, person, succeeded, thread } from "@/scripts/test/debate";
import { brokenInvariants } from "@/scripts/test/invariants";

// What is left when a server, or the database's side of it, dies in the middle of a large action.

let ada: Member;
let admin: Member;
let openingId: number;

beforeAll(async () => {
  ada = await person();
  admin = await person({ admin: true });
  ({ openingId } = await thread(ada, await board()));
});

async function branchOfThousand(): Promise<number> {
  const top = await answer(ada, openingId, "The top of a branch.");
  await manyReplies(ada, top, 999);
  return top;
}

const hide = (top: number) =>
  moderate(admin, { verb: "hide", target: "post", id: top, branch: true, reason: "Rule" });

/** All of the branch is hidden by one action of which everybody was told, or nothing happened. */
async function allOrNone(top: number): Promise<"all" | "none"> {
  const where = { OR: [{ id: top }, { parentId: top }], hideActionId: { not: null } };
  const hidden = await db().post.count({ where });
  const actions = await db().moderationAction.findMany({
    where: { postId: top },
    select: { statements: true },
  });
  expect([hidden, actions.length]).toEqual(hidden === 0 ? [0, 0] : [1000, 1]);
  if (hidden > 0) expect(actions[0]?.statements).toHaveLength(1);
  return hidden === 0 ? "none" : "all";
}

test("a server that is killed while it hides a thousand posts has hidden all of them or none, and it can be done again", {
  timeout: 180_000,
}, async () => {
  for (const delay of [0, 15, 40, 90, 200]) {
    const top = await branchOfThousand();
    const program = typescript(
      "scripts/test/hide-branch-program.ts",
      String(admin.id),
      String(top),
    );
    const child = spawn(process.execPath, program, { stdio: ["ignore", "pipe", "inherit"] });
    await once(child.stdout, "data");
    await sleep(delay);
    child.kill("SIGKILL");
    await once(child, "exit");
    // PostgreSQL may take a moment to find that nobody is there any more.
    await db().$transaction((tx) => tx.$queryRaw`SELECT 1 FROM posts WHERE id = ${top} FOR UPDATE`);
    await allOrNone(top);
    succeeded(await hide(top));
    expect(await allOrNone(top)).toBe("all");
  }
  expect(await brokenInvariants()).toEqual([]);
});

test("a database that ends the connection meanwhile leaves all or none, and it can be done again", {
  timeout: 180_000,
}, async () => {
  let ended = 0;
  for (const delay of [0, 10, 25, 50, 100, 150]) {
    const top = await branchOfThousand();
    const hiding = hide(top).then(
      () => "hidden",
      () => "ended",
    );
    await sleep(delay);
    await db().$queryRaw`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL`;
    if ((await hiding) === "ended") ended += 1;
    // Until the pool has found which of its connections are gone, it may hand one out.
    await sleep(300);
    await allOrNone(top);
    succeeded(await hide(top));
    expect(await allOrNone(top)).toBe("all");
  }
  expect(ended).toBeGreaterThan(0);
  expect(await brokenInvariants()).toEqual([]);
});
