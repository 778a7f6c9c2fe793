import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { LIMITS } from "@/lib/accounts/limits";
import {
  allowNewThread,
  allowPosting,
  allowSignUp,
  allowVoting,
  limitSignIn,
} from "@/lib/accounts/rate-limit";
import { db } from "@/lib/db/client";
import { type Member, SIGNED_OUT } from "@/lib/policy/viewer";

const ada: Member = { signedIn: true, id: 1, username: "ada", admin: false, moderates: [] };
const wrong = async () => false;
const right = async () => true;
const FREE = LIMITS["sign-in-pair"].points;

beforeEach(async () => {
  await db().rateLimit.deleteMany();
});

afterEach(() => {
  vi.useRealTimers();
});

/** Moves the clock that limits look at; the database's connections keep theirs. */
function later(seconds: number): void {
  const now = Date.now();
  vi.useFakeTimers({ toFake: ["Date"], now: now + seconds * 1000 });
}

async function tries(count: number, account: string, address: string): Promise<string[]> {
  const outcomes: string[] = [];
  for (let index = 0; index < count; index++) {
    const result = await limitSignIn(account, address, wrong);
    outcomes.push(result.ok ? "checked" : result.kind);
  }
  return outcomes;
}

describe("signing in", () => {
  test("five wrong passwords are free, then each costs a wait that doubles", async () => {
    expect(await tries(FREE + 3, "ada", "192.0.2.1")).toEqual([
      ...Array<string>(FREE + 1).fill("checked"),
      "limited",
      "limited",
    ]);
    later(29);
    expect(await tries(1, "ada", "192.0.2.1")).toEqual(["limited"]);
    later(2);
    expect(await tries(2, "ada", "192.0.2.1")).toEqual(["checked", "limited"]);
    const refused = await limitSignIn("ada", "192.0.2.1", wrong);
    expect(refused.ok ? "" : refused.message).toMatch(/try again in (59|60) seconds\.$/);
  });

  test("many tries at one moment can't slip through", async () => {
    const check = vi.fn(wrong);
    await Promise.all(Array.from({ length: 50 }, () => limitSignIn("ada", "192.0.2.1", check)));
    expect(check.mock.calls.length).toBeLessThanOrEqual(FREE + 1);
  });

  test("the right password is not even looked at while the wait lasts, and clears it after", async () => {
    await tries(FREE + 2, "ada", "192.0.2.1");
    const check = vi.fn(right);
    expect((await limitSignIn("ada", "192.0.2.1", check)).ok).toBe(false);
    expect(check).not.toHaveBeenCalled();
    later(60);
    expect(await limitSignIn("ada", "192.0.2.1", check)).toEqual({ ok: true, value: true });
    expect(await tries(FREE, "ada", "192.0.2.1")).toEqual(Array(FREE).fill("checked"));
  });

  test("guesses from elsewhere don't keep anybody out of their account", async () => {
    await limitSignIn("ada", "192.0.2.1", right);
    const accountLimit = LIMITS["sign-in-account"].points;
    for (let machine = 0; machine < accountLimit / FREE + 2; machine++) {
      await tries(FREE, "ada", `198.51.100.${machine}`);
    }
    expect(await tries(1, "ada", "203.0.113.1")).toEqual(["limited"]);
    expect(await limitSignIn("ada", "192.0.2.1", right)).toMatchObject({ value: true });
  });

  test("one address can't try a long list of names", async () => {
    const outcomes: string[] = [];
    for (let name = 0; name <= LIMITS["sign-in-address"].points; name++) {
      outcomes.push(...(await tries(1, `name${name}`, "192.0.2.1")));
    }
    expect(outcomes.at(-1)).toBe("limited");
    expect(outcomes.filter((outcome) => outcome === "limited")).toHaveLength(1);
  });

  test("an unknown name is counted like a known one, and nobody is named in the table", async () => {
    await tries(1, "ada", "192.0.2.1");
    const rows = JSON.stringify(await db().rateLimit.findMany({ select: { key: true } }));
    expect(rows).not.toMatch(/ada|192/);
  });
});

describe("posting", () => {
  test("threads are fewer than replies, and both end with when to try again", async () => {
    const allowed = async (kind: "post" | "thread") => {
      for (let count = 0; ; count++) {
        const allow = kind === "thread" ? allowNewThread : allowPosting;
        const result = await allow(ada, "192.0.2.1");
        if (result.ok) continue;
        expect(result).toMatchObject({ kind: "limited" });
        expect(result.message).toMatch(/Please try again in \d+ (seconds|minutes)\.$/);
        return count;
      }
    };
    expect(await allowed("thread")).toBe(LIMITS["thread-account"].points);
    expect(await allowed("post")).toBe(LIMITS["post-account"].points);
    expect((await allowVoting(ada, "192.0.2.1")).ok).toBe(true);
    later(LIMITS["post-account"].seconds + 1);
    expect((await allowPosting(ada, "192.0.2.1")).ok).toBe(true);
  });

  test("nobody signed out is counted: they are asked to sign in", async () => {
    expect(await allowPosting(SIGNED_OUT, "192.0.2.1")).toMatchObject({ kind: "signed-out" });
    expect(await db().rateLimit.count()).toBe(0);
  });
});

test("sign-ups are counted by network, so that an IPv6 line is one", async () => {
  const { points } = LIMITS["sign-up-address"];
  for (let count = 0; count < points; count++) {
    expect((await allowSignUp(`2001:db8::${count}`)).ok).toBe(true);
  }
  expect((await allowSignUp("2001:db8::ffff")).ok).toBe(false);
  expect((await allowSignUp("2001:db8:0:1::1")).ok).toBe(true);
});
