import { beforeEach, describe, expect, test } from "vitest";
import {
  appointAdmin,
  appointModerator,
  dismissAdmin,
  dismissModerator,
} from "@/lib/accounts/roles.commands";
import { adminsFor } from "@/lib/accounts/roles.queries";
import { usernameKey } from "@/lib/accounts/username";
import { administeredBoard, administeredBoards } from "@/lib/boards/administration.queries";
import { changeBoard, createBoard } from "@/lib/boards/commands";
import { db } from "@/lib/db/client";
import { type Member, SIGNED_OUT } from "@/lib/policy/viewer";

async function person(username: string, role: "member" | "admin" = "member"): Promise<Member> {
  const { id } = await db().user.create({
    data: { username, usernameKey: usernameKey(username), role, passwordHash: "x" },
  });
  return { signedIn: true, id, username, admin: role === "admin", moderates: [] };
}

const BOARD = { name: "Programming", slug: "programming", description: "", position: 1 };

let ada: Member;
let eve: Member;
let boardId: number;

beforeEach(async () => {
  await db().user.deleteMany();
  await db().board.deleteMany();
  ada = await person("ada", "admin");
  eve = await person("eve");
  boardId = (await db().board.create({ data: BOARD })).id;
});

const everything = async () =>
  JSON.stringify([
    await db().user.findMany({ orderBy: { id: "asc" } }),
    await db().board.findMany({ orderBy: { id: "asc" } }),
    await db().boardModerator.findMany(),
  ]);

describe("nobody but an admin", () => {
  test("changes boards or roles, or is shown them", async () => {
    await appointModerator(ada, { boardId, username: "eve" });
    const before = await everything();
    for (const actor of [eve, { ...eve, moderates: [boardId] }, SIGNED_OUT]) {
      const kind = actor.signedIn ? "denied" : "signed-out";
      const refused = { ok: false, kind, message: expect.stringMatching(/\.$/) };
      expect(await createBoard(actor, { ...BOARD, slug: "new" })).toMatchObject(refused);
      expect(await changeBoard(actor, boardId, { ...BOARD, name: "x" })).toMatchObject(refused);
      expect(await appointModerator(actor, { boardId, username: "ada" })).toMatchObject(refused);
      expect(await dismissModerator(actor, { boardId, userId: eve.id })).toMatchObject(refused);
      expect(await appointAdmin(actor, { username: "eve" })).toMatchObject(refused);
      expect(await dismissAdmin(actor, { userId: ada.id })).toMatchObject(refused);
      expect(await adminsFor(actor)).toEqual([]);
      expect(await administeredBoards(actor)).toEqual([]);
      expect(await administeredBoard(actor, boardId)).toBeNull();
    }
    expect(await everything()).toBe(before);
  });

  test("keeps an admin's power after being dismissed, even by a session that still says so", async () => {
    await appointAdmin(ada, { username: "eve" });
    await dismissAdmin({ ...eve, admin: true }, { userId: ada.id });
    expect(await appointAdmin(ada, { username: "ada" })).toMatchObject({ kind: "denied" });
  });
});

describe("admins", () => {
  test("appoint and dismiss moderators; twice is once", async () => {
    for (let times = 0; times < 2; times++) {
      const appointed = await appointModerator(ada, { boardId, username: "EVE" });
      expect(appointed).toMatchObject({ ok: true, value: { username: "eve" } });
    }
    expect((await administeredBoard(ada, boardId))?.moderators).toEqual([
      { id: eve.id, username: "eve" },
    ]);
    for (let times = 0; times < 2; times++) {
      expect((await dismissModerator(ada, { boardId, userId: eve.id })).ok).toBe(true);
    }
    expect(await db().boardModerator.count()).toBe(0);
  });

  test("are told of unknown and imported names, and of boards that are not there", async () => {
    await db().user.create({ data: { username: "old", usernameKey: usernameKey("old") } });
    const beside = { ok: false, fields: { username: expect.any(String) } };
    expect(await appointModerator(ada, { boardId, username: "nobody9" })).toMatchObject(beside);
    expect(await appointModerator(ada, { boardId, username: "\0" })).toMatchObject(beside);
    expect(await appointAdmin(ada, { username: "old" })).toMatchObject(beside);
    expect(await appointModerator(ada, { boardId: 999_999, username: "eve" })).toMatchObject({
      kind: "missing",
    });
    expect(await changeBoard(ada, 999_999, { ...BOARD, slug: "x" })).toMatchObject({
      kind: "missing",
    });
  });

  test("are never all dismissed: the last one stays, also when two dismiss each other at once", async () => {
    expect(await dismissAdmin(ada, { userId: ada.id })).toMatchObject({ kind: "denied" });
    for (let round = 0; round < 10; round++) {
      await db().user.updateMany({ data: { role: "admin" } });
      await Promise.all([
        dismissAdmin(ada, { userId: eve.id }),
        dismissAdmin({ ...eve, admin: true }, { userId: ada.id }),
      ]);
      expect(await db().user.count({ where: { role: "admin" } })).toBe(1);
    }
  });

  test("make boards, each with an address of its own", async () => {
    expect(await createBoard(ada, BOARD)).toMatchObject({ fields: { slug: expect.any(String) } });
    const made = await createBoard(ada, { ...BOARD, slug: "gardens", position: 0 });
    if (!made.ok) throw new Error(made.message);
    expect((await administeredBoards(ada)).map(({ slug }) => slug)).toEqual([
      "gardens",
      "programming",
    ]);
    const moved = await changeBoard(ada, made.value.id, BOARD);
    expect(moved).toMatchObject({ kind: "conflict", fields: { slug: expect.any(String) } });
  });
});
