// The import and export commands as an operator runs them.
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { root } from "@/scripts/folders";
import { typescript } from "@/scripts/programs";

const folder = mkdtempSync(path.join(tmpdir(), "rejoinder-import-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Outcome {
  stdout: string;
  stderr: string;
  code: number;
}

function run(script: "import" | "export", args: string[], env: object = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const options = {
      cwd: root,
      env: { ...process.env, INIT_CWD: folder, ...env },
      maxBuffer: 1e9,
    };
    const given = typescript(`scripts/${script}.ts`, ...args);
    execFile(process.execPath, given, options, (error, stdout, stderr) => {
      resolve({ stdout, stderr, code: error === null ? 0 : Number(error.code) });
    });
  });
}

function file(name: string, lines: string[]): string {
  writeFileSync(path.join(folder, name), lines.join("\n"));
  return name;
}

const line = (id: string, fields: object = {}) =>
  JSON.stringify({
    id,
    title: `Thread ${id}`,
    posts: [
      {
        id: `${id}/1`,
        parent: null,
        author: "ada",
        createdAt: "2024-03-01T10:00:00Z",
        body: "Here it begins.",
      },
      {
        id: `${id}/2`,
        parent: `${id}/1`,
        author: "bob",
        createdAt: "2024-03-01T10:01:00Z",
        body: "> Here it begins.\n\nSo it does.",
      },
    ],
    ...fields,
  });

const LONG = 60_000;

/** Nothing listens there. */
const NOWHERE = "postgresql://nobody@127.0.0.1:1/nothing";

test(
  "bad lines are named, the rest is imported, the exit code says so",
  async () => {
    const bad = file("bad.jsonl", [line("t1"), "{nonsense", line("t2", { posts: [] }), line("t3")]);
    const { stdout, stderr, code } = await run("import", [bad, "--board", "Old talk"]);
    expect(stderr).toBe(
      "Line 2: this is not JSON.\nLine 3: posts are missing.\n" +
        "2 lines could not be imported, as said above; everything else was.\n",
    );
    expect(stdout).toMatch(
      /^threads: 2 imported, 0 known before\nposts: 4 imported, 0 known before\nquotes: 2 \(2 verbatim, 0 elided, 0 altered, 0 ambiguous, 0 unverified\)\nseconds: [\d.]+\n$/,
    );
    expect(code).toBe(1);
  },
  LONG,
);

test(
  "an item of Hacker News is known by what it contains",
  async () => {
    const item = {
      id: 1,
      created_at: "2024-03-01T10:00:00.000Z",
      author: "pg",
      title: "Ask: why?",
      text: "Why does it begin here?",
      children: [
        {
          id: 2,
          created_at: "2024-03-01T10:01:00.000Z",
          author: "bob",
          text: "&gt; Why does it begin here?<p>It must begin somewhere.",
          children: [],
        },
      ],
    };
    const whole = file("item.json", [JSON.stringify(item, null, 2)]);
    const first = await run("import", [whole]);
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(first.stdout).toMatch(/^threads: 1 imported.*\nposts: 2.*\nquotes: 1 \(1 verbatim/);
    const again = await run("import", [file("item.jsonl", [JSON.stringify(item)])]);
    expect(again.stdout).toMatch(
      /^threads: 0 imported, 1 known before\nposts: 0 imported, 2 known/,
    );
  },
  LONG,
);

test(
  "an export goes to stdout, a thread a line, and may be read in part",
  async () => {
    const all = await run("export", ["--all", "--as", "public"]);
    expect(all).toMatchObject({ code: 0, stderr: "" });
    const threads = all.stdout
      .trimEnd()
      .split("\n")
      .map((each) => JSON.parse(each));
    expect(threads.map(({ sourceId }) => sourceId)).toEqual(["t1", "t3", "hn-1"]);
    expect(threads[0].board.slug).toBe("old-talk");
    expect(threads[0].posts[1].quotes).toEqual([
      {
        exact: "Here it begins.",
        status: "verbatim",
        source: { post: threads[0].posts[0].id, sourceId: "t1/1", revision: 1, start: 0, end: 15 },
      },
    ]);
    const one = await run("export", ["--thread", threads[2].id]);
    expect(JSON.parse(one.stdout)).toMatchObject({ sourceId: "hn-1", moderation: [] });
  },
  LONG,
);

test(
  "a thread that the database refuses is a bad line like any other",
  async () => {
    await db().$executeRaw`ALTER TABLE threads ADD CONSTRAINT refused CHECK (title <> 'Refused')`;
    const refused = file("refused.jsonl", [line("t4", { title: "Refused" }), line("t5")]);
    const { stdout, stderr, code } = await run("import", [refused]);
    expect(stderr).toMatch(
      /^Line 1: .*refused.*\n1 line could not be imported, as said above; everything else was\.\n$/,
    );
    expect(stdout).toMatch(/^threads: 1 imported, 0 known before\nposts: 2 imported/);
    expect(code).toBe(1);
  },
  LONG,
);

test(
  "what can't be done is said in one sentence",
  async () => {
    const cases: ["import" | "export", string[], object, RegExp][] = [
      ["import", [], {}, /^Usage: /],
      ["import", ["absent.jsonl"], {}, /^There is no file .*absent\.jsonl/],
      ["import", ["."], {}, /is a folder/],
      ["import", ["bad.jsonl"], { DATABASE_URL: "" }, /^DATABASE_URL is not set/],
      [
        "import",
        ["bad.jsonl"],
        { DATABASE_URL: NOWHERE },
        /^The database does not answer any more/,
      ],
      ["export", [], {}, /^Usage: /],
      ["export", ["--all", "--as", "admin"], {}, /^Usage: /],
      ["export", ["--thread", "99999"], {}, /^There is no thread 99999\./],
      ["export", ["--thread", "1;DROP"], {}, /is not the id of a thread/],
    ];
    const outcomes = await Promise.all(cases.map(([script, args, env]) => run(script, args, env)));
    for (const [index, { stdout, stderr, code }] of outcomes.entries()) {
      expect(stderr).toMatch(cases[index]?.[3] ?? /^$/);
      expect(stderr.trimEnd().split("\n")).toHaveLength(1);
      expect([stdout, code]).toEqual(["", 1]);
    }
  },
  LONG,
);

const REAL = path.resolve(root, "../shared/data/debates.threads.jsonl");
const SOME = 12;

test.skipIf(!existsSync(REAL))(
  "real debates come in whole (skipped where ../shared is absent)",
  async () => {
    const lines = readFileSync(REAL, "utf8").split("\n").slice(0, SOME);
    const posts = lines.flatMap((each) => JSON.parse(each).posts).length;
    const { stdout, stderr, code } = await run("import", [file("real.jsonl", lines)]);
    expect([stderr, code]).toEqual(["", 0]);
    expect(stdout).toMatch(new RegExp(`^threads: ${SOME} imported.*\nposts: ${posts} imported`));
  },
  LONG,
);
