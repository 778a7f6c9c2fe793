import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { moderate } from "@/lib/moderation/commands";
import { readLog } from "@/lib/modlog/queries";
import { type Member, SIGNED_OUT } from "@/lib/policy/viewer";
import { addRule, arrangeRule, changeRule } from "@/lib/rules/commands";
import { administeredRule, administeredRules, rulesInForce } from "@/lib/rules/queries";
import { board, person, succeeded, thread } from "@/scripts/test/debate";

let admin: Member;
let rules: { id: number; title: string; text: string }[];

const ruleOf = (index: number) => {
  const rule = rules[index];
  if (rule === undefined) throw new Error(`There is no rule ${index}.`);
  return rule;
};
const order = async () => (await rulesInForce()).map(({ title }) => title);
const everyRule = () => db().rule.findMany({ orderBy: { id: "asc" } });

beforeEach(async () => {
  admin = await person({ admin: true });
  await db().rule.deleteMany();
  for (const title of ["One", "Two", "Three"]) {
    succeeded(await addRule(admin, { title, text: `About ${title}.` }));
  }
  rules = await rulesInForce();
});

describe("nobody but an admin", () => {
  test("adds, changes, orders or retires a rule, or reads those retired", async () => {
    const place = await board();
    const others = [SIGNED_OUT, await person(), await person({ moderates: [place.id] })];
    const dismissed = await person({ admin: true });
    await db().user.update({ where: { id: dismissed.id }, data: { role: "member" } });
    const { id: ruleId, ...shown } = ruleOf(0);
    const neighbourId = ruleOf(1).id;
    succeeded(await arrangeRule(admin, { verb: "retire", ruleId: ruleOf(2).id, neighbourId }));
    const before = await everyRule();
    for (const actor of [...others, dismissed]) {
      const refused = { ok: false, kind: actor.signedIn ? "denied" : "signed-out" };
      const rule = { title: "Mine", text: "" };
      expect(await addRule(actor, rule)).toMatchObject(refused);
      expect(await changeRule(actor, ruleId, rule, shown)).toMatchObject(refused);
      for (const verb of ["before", "after", "retire", "restore"] as const) {
        expect(await arrangeRule(actor, { verb, ruleId, neighbourId })).toMatchObject(refused);
      }
    }
    for (const viewer of others) {
      expect(await administeredRules(viewer)).toEqual([]);
      expect(await administeredRule(viewer, ruleId)).toBeNull();
    }
    expect(await everyRule()).toEqual(before);
  });
});

describe("a rule", () => {
  test("added twice, or twice at the same moment, is one; another of its name is refused", async () => {
    const rule = { title: "Four", text: "New." };
    const made = await Promise.all(Array.from({ length: 8 }, () => addRule(admin, rule)));
    expect(new Set(made.map((each) => succeeded(each).id)).size).toBe(1);
    expect(await order()).toEqual(["One", "Two", "Three", "Four"]);
    const other = await addRule(admin, { title: "Four", text: "Other." });
    expect(other).toMatchObject({ kind: "conflict", fields: { title: expect.any(String) } });
  });

  test("that is changed says so from now on, and what was done by it keeps its title", async () => {
    const place = await board();
    const moderator = await person({ moderates: [place.id] });
    const { id } = await thread(moderator, place);
    const { id: ruleId, ...shown } = ruleOf(0);
    const done = { verb: "lock", target: "thread", id, reason: shown.title } as const;
    succeeded(await moderate(moderator, done));
    const wanted = { title: "First", text: "Else." };
    succeeded(await changeRule(admin, ruleId, wanted, shown));
    succeeded(await changeRule(admin, ruleId, wanted, shown));
    expect(await order()).toEqual(["First", "Two", "Three"]);
    const [entry] = (await readLog(SIGNED_OUT, { threadId: id })).entries;
    expect(entry?.reason).toBe("One");
  });

  test("that two admins change at once is changed by one: the other is shown it", async () => {
    const { id, ...shown } = ruleOf(0);
    const results = await Promise.all(
      ["Mine", "Yours"].map((title) => changeRule(admin, id, { title, text: "x" }, shown)),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const now = (await administeredRule(admin, id))?.title ?? "";
    const lost = results.find(({ ok }) => !ok);
    expect(lost).toMatchObject({ kind: "conflict", message: expect.stringContaining(now) });
  });

  test("takes no other's name, and one that is not there is missing", async () => {
    const { id, ...shown } = ruleOf(0);
    const taken = await changeRule(admin, id, { title: "Two", text: "x" }, shown);
    expect(taken).toMatchObject({ kind: "conflict", fields: { title: expect.any(String) } });
    expect(await changeRule(admin, 999_999, shown, shown)).toMatchObject({ kind: "missing" });
    const nobody = { verb: "retire", ruleId: 999_999, neighbourId: id } as const;
    expect(await arrangeRule(admin, nobody)).toMatchObject({ kind: "missing" });
  });

  test("retired is out of force but stays, and comes back behind the others; twice is once", async () => {
    const wish = { ruleId: ruleOf(0).id, neighbourId: ruleOf(0).id };
    for (let times = 0; times < 2; times += 1) {
      succeeded(await arrangeRule(admin, { ...wish, verb: "retire" }));
    }
    expect(await order()).toEqual(["Two", "Three"]);
    expect(await administeredRules(admin)).toHaveLength(3);
    for (let times = 0; times < 2; times += 1) {
      succeeded(await arrangeRule(admin, { ...wish, verb: "restore" }));
    }
    expect(await order()).toEqual(["Two", "Three", "One"]);
  });

  test("comes back only while no other has its name", async () => {
    const wish = { ruleId: ruleOf(0).id, neighbourId: ruleOf(0).id };
    succeeded(await arrangeRule(admin, { ...wish, verb: "retire" }));
    succeeded(await addRule(admin, { title: "One", text: "Anew." }));
    expect(await arrangeRule(admin, { ...wish, verb: "restore" })).toMatchObject({
      kind: "conflict",
    });
  });

  test("moves to where it was put, once however often that is sent", async () => {
    const [one, two, three] = [ruleOf(0).id, ruleOf(1).id, ruleOf(2).id];
    const put = async (ruleId: number, verb: "before" | "after", neighbourId: number) => {
      for (let times = 0; times < 2; times += 1) {
        succeeded(await arrangeRule(admin, { verb, ruleId, neighbourId }));
      }
      return order();
    };
    expect(await put(three, "before", two)).toEqual(["One", "Three", "Two"]);
    expect(await put(one, "after", three)).toEqual(["Three", "One", "Two"]);
    expect(await put(two, "before", three)).toEqual(["Two", "Three", "One"]);
    succeeded(await arrangeRule(admin, { verb: "retire", ruleId: one, neighbourId: one }));
    const gone = await arrangeRule(admin, { verb: "before", ruleId: two, neighbourId: one });
    expect(gone).toMatchObject({ kind: "conflict" });
  });

  test("has one place, however many are moved at the same moment", async () => {
    const ids = rules.map(({ id }) => id);
    const moves = ids.flatMap((ruleId) =>
      ids
        .filter((id) => id !== ruleId)
        .map((neighbourId) => arrangeRule(admin, { verb: "before", ruleId, neighbourId })),
    );
    for (const moved of await Promise.all(moves)) succeeded(moved);
    const positions = (await everyRule()).map(({ position }) => position);
    expect(positions.sort()).toEqual([1, 2, 3]);
  });
});
