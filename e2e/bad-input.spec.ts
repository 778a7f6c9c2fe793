import { readFileSync } from "node:fs";
import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { resolve as inFolder } from "node:path";
import type { APIRequestContext, APIResponse, Page } from "@playwright/test";
import { db } from "@/lib/db/client";
import { dump } from "./support/dump";
import { formWith, type ShownForm } from "./support/forms";
import {
  type Board,
  expect,
  makeReply,
  storedMarkdown,
  type Thread,
  test,
  unique,
} from "./support/test";

// Whatever is typed or sent: a clear message, the typed text kept, nothing half saved, and the forum
// goes on.

const BASE = process.env.E2E_BASE_URL ?? "";
/** The build that is served. */
const BUILD = inFolder(process.env.REJOINDER_BUILD_DIR ?? ".next-test");
const WITHOUT_SCRIPTS = { javaScriptEnabled: false };

test.afterEach(async ({ request }) => {
  expect((await request.get("/healthz")).status(), "the forum is alive").toBe(200);
});

interface RawResponse {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Sends a request as it stands: no address is tidied up on the way. */
function raw(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<RawResponse> {
  const { hostname, port } = new URL(BASE);
  return new Promise((resolve, reject) => {
    const { method = "GET", headers = {}, body } = options;
    const sent = httpRequest({ hostname, port, path, method, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

test.describe("an address", () => {
  const IDS = [
    ...["0", "-1", "+1", "01", "1.5", "1e9", "1e0", "0x1", "99999999999", "2147483648", "NaN"],
    ...[
      "null",
      "[object%20Object]",
      "1,2",
      "1%2C2",
      "%20",
      "%201",
      "1%20",
      "1%0A",
      "1;2",
      "{}",
      "[]",
    ],
    ...["%D9%A1", "%E2%80%AE1", "1%2F2", "..%2F1", "constructor", "__proto__", "9".repeat(5_000)],
  ];

  test("with something that is no id leads to a page that says there is nothing", async () => {
    for (const id of IDS) {
      for (const path of [`/t/${id}`, `/p/${id}`, `/p/${id}/history`, `/admin/boards/${id}`]) {
        const { status, body } = await raw(path);
        expect(status, path).toBe(404);
        expect(body, path).toContain("There is nothing here");
      }
    }
  });

  test("with a board or a name that cannot be is answered as one that is not", async () => {
    const names = [
      ...[
        "no-such",
        "__proto__",
        "constructor",
        "%E2%80%AE",
        "%F0%9F%A7%B5",
        "%27%3B--",
        "..%2F..",
      ],
      ...["a".repeat(5_000), "%20", "A%0AB", "toString", "%EF%BF%BE"],
    ];
    for (const name of names) {
      for (const path of [`/b/${name}`, `/b/${name}/new`, `/u/${name}`, `/${name}`]) {
        const { status } = await raw(path);
        expect([400, 404], path).toContain(status);
      }
    }
  });

  test("that is malformed is refused in a sentence", async () => {
    for (const path of [
      "/p/%00",
      "/t/1%00",
      "/u/%ff",
      "/b/%E0%A4%A",
      "/t/%",
      "/?after=%00",
      "/u/%ED%A0%80",
    ]) {
      const { status, body } = await raw(path);
      expect(status, path).toBe(400);
      expect(body, path).toMatch(/^This address is malformed\.\s*$/);
    }
    for (const path of ["//evil.example", "/\\evil.example", "http://evil.example/", "*"]) {
      expect((await raw(path)).status, path).toBeLessThan(500);
    }
  });

  test("with parameters that mean nothing is shown without them", async ({ thread }) => {
    const { id } = await thread();
    const cursors = [
      "",
      "x",
      "1",
      "1_",
      "NaN_1",
      "1e999_1",
      "-1_1",
      "1_99999999999",
      "%27_1",
      "1_1_1",
    ];
    for (const after of cursors) {
      for (const path of ["/", "/new", "/top", "/active"]) {
        expect((await raw(`${path}?after=${after}`)).status, `${path} ${after}`).toBe(200);
      }
    }
    for (const query of [
      ...[
        "sort=x",
        "sort=best&sort=new",
        "sort[]=new",
        "sort[a]=b",
        "quote=0",
        "quote=-1",
        "quote=1e9",
      ],
      ...[
        "quote[]=1",
        "quote=1&quote=2",
        "quote=99999999999",
        "existed=[]",
        `x=${"y".repeat(5_000)}`,
      ],
    ]) {
      expect((await raw(`/t/${id}?${query}`)).status, query).toBe(200);
    }
    for (const path of [
      "/sign-in?next[]=x",
      "/sign-in?next=//evil.example",
      "/sign-up?next=%0d%0ax:y",
    ]) {
      expect((await raw(path)).status, path).toBe(200);
    }
    expect((await raw(`/${"x".repeat(60_000)}`)).status).toBeLessThan(500);
  });
});

test.describe("a text typed into a form", () => {
  const LONG = "a".repeat(100_000);
  const NESTED = `${">".repeat(1_000)} deep\n\nMine.`;

  const POST_TEXTS: [string, string, RegExp][] = [
    ["only white space", " \n\t\n ", /nothing in the text/i],
    ["only invisible characters", "\u200b\u2060", /nothing in the text/i],
    ["a line of 100,000 characters", LONG, /100,000.*40,000/],
    ["1,000 nested >", NESTED, /nested more than 8/],
    ["1,000 nested > >", `${"> ".repeat(1_000)}deep\n\nMine.`, /nested more than 8/],
    ["a control character", "a\u0007b", /control characters/],
    ["10,000 brackets", "[".repeat(10_000), /intricate/],
    ["lists within lists", `${"- ".repeat(200)}a`, /intricate/],
  ];

  test("of a post: a message beside it, the text kept, nothing saved", async ({
    thread,
    person,
    board,
    open,
  }) => {
    const opened = await thread();
    const author = await person();
    const post = await makeReply(opened, author, "Here to stay.");
    const page = await open(author, WITHOUT_SCRIPTS);
    const scope = { boards: [board.id], people: [author.viewer.id] };
    const before = await dump(scope);
    for (const [name, text, message] of POST_TEXTS) {
      for (const address of [`/p/${opened.openingId}/reply`, `/p/${post}/edit`]) {
        // An edit may be as long as an article.
        if (name.startsWith("a line of") && address.endsWith("/edit")) continue;
        await page.goto(address);
        const field = page.getByRole("textbox", { name: "Text" });
        await field.fill(text);
        await page.getByRole("button", { name: "Publish" }).click();
        await expect(field, name).toHaveAccessibleDescription(message);
        await expect(field, name).toHaveAttribute("aria-invalid", "true");
        expect((await field.inputValue()) === text, `${name}: the text is kept`).toBe(true);
      }
    }
    expect(await dump(scope)).toEqual(before);
  });

  test("a message and the text kept with scripts, too", async ({ thread, person, open }) => {
    const opened = await thread();
    const page = await open(await person());
    await page.goto(`/p/${opened.openingId}/reply`);
    const field = page.getByRole("textbox", { name: "Text" });
    await field.fill(NESTED);
    await page.getByRole("button", { name: "Publish" }).click();
    await expect(field).toHaveAccessibleDescription(/nested more than 8/);
    expect((await field.inputValue()) === NESTED).toBe(true);
    await field.fill("> What is said here\n\nAll good now.");
    await page.getByRole("button", { name: "Publish" }).click();
    await expect(page.getByText("All good now.")).toBeVisible();
    await expect(page).toHaveURL(/\/t\/\d+#post-\d+/);
  });

  test("of a thread: a message beside each field, everything kept, nothing saved", async ({
    person,
    board,
    open,
  }) => {
    const author = await person();
    const page = await open(author, WITHOUT_SCRIPTS);
    const scope = { boards: [board.id], people: [author.viewer.id] };
    const before = await dump(scope);
    const titles: [string, RegExp][] = [
      [" ", /empty/],
      ["\u200b\u00ad", /empty/],
      ["a".repeat(151), /151.*150/],
      ["a\u0007b", /control/],
      ["a\u202eb", /reverse the direction/],
      ["a\u2067b", /reverse the direction/],
    ];
    const urls = [
      ...[
        "",
        "example.org",
        "ftp://example.org/a",
        "javascript:alert(1)",
        "https://a:b@example.org",
      ],
      ...[
        "https://exa mple.org",
        "https://example.org/\u202e",
        `https://example.org/${LONG.slice(0, 2_000)}`,
      ],
    ];
    const Title = page.getByLabel("Title");
    const URL = page.getByLabel("URL");
    for (const [index, [title, message]] of titles.entries()) {
      const url = urls[index] ?? "";
      await page.goto(`/new-thread?board=${board.slug}`);
      await page.getByRole("radio", { name: /^Link/ }).check();
      await Title.fill(title);
      await URL.fill(url);
      await page.getByRole("textbox", { name: "Text" }).fill(NESTED);
      await page.getByRole("button", { name: "Publish" }).click();
      await expect(Title, JSON.stringify(title)).toHaveAccessibleDescription(message);
      await expect(URL, url).toHaveAccessibleDescription(/address/);
      await expect(URL, url).toHaveAttribute("aria-invalid", "true");
      await expect(page.getByRole("textbox", { name: "Text" })).toHaveAccessibleDescription(
        /nested/,
      );
      await expect(Title).toHaveValue(title);
      await expect(URL).toHaveValue(url);
      expect((await page.getByRole("textbox", { name: "Text" }).inputValue()) === NESTED).toBe(
        true,
      );
    }
    for (const url of urls.slice(titles.length)) {
      await page.goto(`/new-thread?board=${board.slug}`);
      await page.getByRole("radio", { name: /^Link/ }).check();
      await Title.fill("Good");
      await URL.fill(url);
      await page.getByRole("button", { name: "Publish" }).click();
      await expect(URL).toHaveAttribute("aria-invalid", "true");
      await expect(URL).toHaveValue(url);
    }
    expect(await dump(scope)).toEqual(before);
  });

  test("of a name: bidi marks, lookalikes and their like are refused beside it", async ({
    open,
    person,
  }) => {
    const taken = await person({ name: "oscar" });
    const page = await open(null, WITHOUT_SCRIPTS);
    const names = [
      ...[
        "",
        "a",
        "a".repeat(31),
        "ada\u202elovelace",
        "\u2066ada",
        "ada\u200blovelace",
        "ada lovelace",
      ],
      ...["ada\u0007", "admin", "<b>ada</b>", "ada\u0301\u0301\u0301\u0301\u0301", "../ada", "аda"],
      ...[taken.username.toUpperCase(), taken.username.replace("o", "о").replace("c", "с")],
    ];
    for (const name of names) {
      await page.goto("/sign-up");
      await page.getByLabel("Username").fill(name);
      await page.getByLabel("E-mail").fill("ada@example.org");
      await page.getByLabel("Password").fill("three words together");
      await page.getByRole("button", { name: "Sign up" }).click();
      const field = page.getByLabel("Username");
      await expect(field, JSON.stringify(name)).toHaveAttribute("aria-invalid", "true");
      await expect(field, JSON.stringify(name)).toHaveAccessibleDescription(/^[A-Z].*\./);
      await expect(field).toHaveValue(name);
    }
  });

  test("as long as an article may be is published, with a line of 100,000 characters", async ({
    person,
    board,
    open,
  }) => {
    const page = await open(await person(), WITHOUT_SCRIPTS);
    await page.goto(`/new-thread?board=${board.slug}`);
    await page.getByRole("radio", { name: /^Article/ }).check();
    await page.getByLabel("Title").fill("One long line");
    await page.getByRole("textbox", { name: "Text" }).fill(`${LONG}\n\n# The end`);
    await page.getByRole("button", { name: "Publish" }).click();
    await expect(page).toHaveURL(/\/t\/\d+$/);
    await expect(page.getByRole("heading", { name: "The end" })).toBeVisible();
    const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(width, "the line breaks, rather than widen the page").toBeLessThanOrEqual(0);
  });
});

/** Ways of sending a form that no browser would. Each changes the fields of a form that is right. */
const TWISTS: [string, (fields: FormData, name: string) => void][] = [
  ["without it", (form, name) => form.delete(name)],
  ["empty", (form, name) => form.set(name, "")],
  ["as a list", (form, name) => replaceBy(form, name, [`${name}[]`, `${name}[0]`])],
  ["as an object", (form, name) => replaceBy(form, name, [`${name}[id]`, `${name}.id`])],
  ["as a file", (form, name) => form.set(name, new File(["1"], "x.txt", { type: "text/plain" }))],
  ["as JSON", (form, name) => form.set(name, '{"id":1}')],
  ["huge", (form, name) => form.set(name, "9".repeat(10_000))],
  ["negative", (form, name) => form.set(name, "-1")],
  ["in exponents", (form, name) => form.set(name, "1e9")],
  ["with a NUL", (form, name) => form.set(name, `${form.get(name)}\0`)],
  ["too large for a column", (form, name) => form.set(name, "2147483648")],
];

function replaceBy(form: FormData, name: string, names: string[]): void {
  const value = String(form.get(name));
  form.delete(name);
  for (const each of names) form.append(each, value);
}

async function sendTwisted(
  page: Page,
  shown: ShownForm,
  twist: (form: FormData) => void,
): Promise<APIResponse> {
  const form = new FormData();
  for (const [name, value] of Object.entries(shown.fields)) form.append(name, value);
  twist(form);
  const { request } = page.context();
  return request.post(shown.address, { multipart: form, maxRedirects: 0 });
}

/** A page of somebody signed in, with what must not change. */
interface Desk {
  opened: Thread;
  post: number;
  page: Page;
  request: APIRequestContext;
  board: Board;
  scope: { boards: number[]; people: number[] };
}

const seated = test.extend<{ desk: Desk }>({
  desk: async ({ board, open, person, thread }, use) => {
    const opened = await thread();
    const author = await person();
    const post = await makeReply(opened, author, "Here to stay.");
    const page = await open(author, WITHOUT_SCRIPTS);
    const scope = { boards: [board.id], people: [author.viewer.id] };
    await use({ opened, post, page, request: page.context().request, board, scope });
  },
});

test.describe("a form sent by a program", () => {
  interface Sent {
    name: string;
    page: Page;
    shown: ShownForm;
    /** The fields that must be right. */
    fields: string[];
  }

  test("with fields that are missing, lists, objects, files or huge is refused, and nothing changes", async ({
    thread,
    person,
    board,
    moderator,
    open,
  }) => {
    test.setTimeout(60_000);
    const opened: Thread = await thread();
    const author = await person();
    const post = await makeReply(opened, author, "Here to stay.");
    const [mine, theirs] = [
      await open(author, WITHOUT_SCRIPTS),
      await open(moderator, WITHOUT_SCRIPTS),
    ];
    const shown = async (page: Page, address: string, button: string, extra = {}) => {
      const form = await formWith(page, address, button);
      return { ...form, fields: { ...form.fields, ...extra } };
    };
    const text = { text: "Not to be saved." };
    const forms: Sent[] = [
      {
        ...{ name: "reply", page: mine, fields: ["post", "formKey"] },
        shown: await shown(mine, `/p/${opened.openingId}/reply`, "Publish", text),
      },
      {
        ...{ name: "edit", page: mine, fields: ["post"] },
        shown: await shown(mine, `/p/${post}/edit`, "Publish", text),
      },
      {
        ...{ name: "new thread", page: mine, fields: ["board", "kind", "formKey"] },
        shown: await shown(mine, `/new-thread?board=${board.slug}`, "Publish", {
          title: "Not to be saved",
          ...text,
        }),
      },
      {
        ...{ name: "hiding", page: theirs, fields: ["verb", "target", "id"] },
        shown: await shown(theirs, `/p/${post}/moderate/hide`, "Hide", { reason: "None." }),
      },
      {
        ...{ name: "deleting", page: mine, fields: ["post"] },
        shown: await shown(mine, `/p/${post}/delete`, "Delete"),
      },
      {
        ...{ name: "voting", page: theirs, fields: ["vote"] },
        shown: { address: "/vote", fields: { vote: `${post}:up`, back: "/" } },
      },
    ];
    const scope = { boards: [board.id], people: [author.viewer.id, moderator.viewer.id] };
    const before = await dump(scope);
    for (const { name, page, shown: form, fields } of forms) {
      for (const field of fields) {
        for (const [how, twist] of TWISTS) {
          const label = `${name}: ${field} ${how}`;
          const response = await sendTwisted(page, form, (sent) => twist(sent, field));
          expect([200, 400, 404], label).toContain(response.status());
          const body = await response.text();
          expect(body, label).toMatch(
            /role="alert"|-error"|There is nothing here|^That is not a vote\.$/,
          );
        }
      }
    }
    expect(await dump(scope)).toEqual(before);
  });

  test("with a field sent twice counts the first, and saves once", async ({
    thread,
    person,
    open,
  }) => {
    const opened = await thread();
    const author = await person();
    const page = await open(author, WITHOUT_SCRIPTS);
    const form = await formWith(page, `/p/${opened.openingId}/reply`, "Publish");
    const response = await sendTwisted(page, form, (sent) => {
      sent.set("text", "The first.");
      sent.append("text", "The second.");
      sent.append("post", "2147483647");
    });
    expect(response.status()).toBe(303);
    const written = await db().post.findMany({ where: { authorId: author.viewer.id } });
    expect(written).toHaveLength(1);
    expect(await storedMarkdown(written[0]?.id ?? 0)).toBe("The first.");
  });

  seated("with a thousand fields is refused", async ({ desk }) => {
    const { opened, page, scope } = desk;
    const form = await formWith(page, `/p/${opened.openingId}/reply`, "Publish");
    const before = await dump(scope);
    const many = await sendTwisted(page, form, (sent) => {
      sent.delete("text");
      for (let field = 0; field < 1_000; field += 1) sent.append(`f${field}`, "x");
    });
    expect(many.status()).toBeLessThan(500);
    expect(await dump(scope)).toEqual(before);
  });

  const CUT = '--x\r\nContent-Disposition: form-data; name="text"\r\n\r\ncut';
  const BODIES: Record<string, [string, string | Buffer][]> = {
    "a broken multipart body": [
      ["multipart/form-data", "x"],
      ["multipart/form-data; boundary=x", "not that boundary"],
      ["multipart/form-data; boundary=x", CUT],
    ],
    "a strange type or broken text": [
      ["application/x-www-form-urlencoded", "a=%zz&&==&%00=%ff"],
      ["application/json", "{"],
      ["application/json", "[]"],
      ["text/plain;charset=UTF-8", "[]"],
      ["text/xml", "<x/>"],
      ["", "x"],
      ["application/octet-stream", Buffer.from([0, 255, 254, 0])],
    ],
  };

  for (const [name, bodies] of Object.entries(BODIES)) {
    seated(`with ${name} is refused, never a fault`, async ({ desk }) => {
      const { opened, post, request, scope } = desk;
      const before = await dump(scope);
      const faults: string[] = [];
      const targets = [`/p/${post}/reply`, "/", `/t/${opened.id}`, "/vote", "/preview", "/sign-up"];
      for (const target of targets) {
        for (const [type, data] of bodies) {
          const headers: Record<string, string> = type === "" ? {} : { "content-type": type };
          const sent = await request.post(target, { data, headers, maxRedirects: 0 });
          if (sent.status() >= 500) faults.push(`${sent.status()} ${target} as ${type}`);
        }
      }
      expect(faults).toEqual([]);
      expect(await dump(scope)).toEqual(before);
    });
  }

  /** Calls each server action, at a page that has it, as a browser's script would. */
  async function faultsOfCalls(
    { opened, post, request, board }: Desk,
    bodies: readonly string[],
  ): Promise<string[]> {
    const { node } = JSON.parse(
      readFileSync(inFolder(BUILD, "server/server-reference-manifest.json"), "utf8"),
    ) as { node: Record<string, { exportedName: string; workers: Record<string, unknown> }> };
    const faults: string[] = [];
    const unknown = ["x", "0".repeat(42), "__proto__"].map((id) => {
      return [id, { exportedName: "no action", workers: { "app/sign-up/page": {} } }] as const;
    });
    for (const [id, { exportedName, workers }] of [...Object.entries(node), ...unknown]) {
      const [page = ""] = Object.keys(workers);
      const address = page
        .replace(/^app|\/page$/g, "")
        .replace("/t/[id]", `/t/${opened.id}`)
        .replace("/p/[id]", `/p/${post}`)
        .replace("/boards/[id]", `/boards/${board.id}`)
        .replace("[verb]", "hide");
      for (const data of bodies) {
        const headers = { "next-action": id, "content-type": "text/plain;charset=UTF-8" };
        const sent = await request.post(address, { data, headers, maxRedirects: 0 });
        if (sent.status() >= 500) faults.push(`${exportedName} at ${address} with ${data}`);
      }
    }
    return faults;
  }

  seated("as a server action with other arguments is refused, never a fault", async ({ desk }) => {
    const before = await dump(desk.scope);
    const bodies = ["[]", "[null,null]", "[{},{}]", '["x","y"]', "[1,[2]]"];
    expect(await faultsOfCalls(desk, bodies)).toEqual([]);
    expect(await dump(desk.scope)).toEqual(before);
  });

  seated("as a server action with a broken body is refused, never a fault", async ({ desk }) => {
    const before = await dump(desk.scope);
    expect(await faultsOfCalls(desk, ["{", ""])).toEqual([]);
    expect(await dump(desk.scope)).toEqual(before);
  });

  test("with another method than the page knows is refused", async ({ request }) => {
    for (const method of ["PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"]) {
      for (const path of ["/", "/vote", "/preview", "/sign-out", "/t/1", "/sign-up"]) {
        const response = await request.fetch(path, { method, maxRedirects: 0 });
        expect(response.status(), `${method} ${path}`).toBeLessThan(500);
      }
    }
    for (const method of ["TRACE", "PROPFIND", "LINK"]) {
      const { status, body } = await raw("/", { method });
      expect(status, method).toBe(405);
      expect(body).toMatch(/\.$/m);
    }
  });

  test("larger than anything anybody writes is refused with a sentence", async ({
    person,
    open,
  }) => {
    const page = await open(await person(), WITHOUT_SCRIPTS);
    const { request } = page.context();
    for (const path of ["/preview", "/vote", "/sign-up", "/"]) {
      const response = await request.post(path, { data: "x".repeat(5_100_000) });
      expect(response.status(), path).toBe(413);
      expect(await response.text()).toContain("5 MB");
    }
  });
});

test("a preview of anything but a text is refused with a sentence", async ({
  person,
  thread,
  open,
}) => {
  const opened = await thread();
  const page = await open(await person(), WITHOUT_SCRIPTS);
  const { request } = page.context();
  const bodies = [
    ...[
      "",
      "{",
      "null",
      "[]",
      '"text"',
      "1",
      "{}",
      '{"text":1}',
      '{"text":["a"]}',
      '{"text":null}',
    ],
    ...['{"text":{"toString":"a"}}', '{"text":"a\\u0000"}', '{"text":"\\ud800"}', '{"text":" "}'],
    ...['{"text":"a","parent":0}', '{"text":"a","parent":-1}', '{"text":"a","parent":1.5}'],
    ...[
      '{"text":"a","parent":1e300}',
      '{"text":"a","parent":[[]]}',
      '{"text":"a","parent":{"id":1}}',
    ],
    ...['{"text":"a","post":99999999999}', '{"text":"a","kind":"poll"}', "[".repeat(100_000)],
    ...[
      JSON.stringify({ text: `${">".repeat(1_000)} x` }),
      JSON.stringify({ text: "a".repeat(200_001) }),
    ],
  ];
  for (const data of bodies) {
    const response = await request.post("/preview", {
      data: Buffer.from(data),
      headers: { "content-type": "application/json" },
    });
    const label = data.slice(0, 60);
    expect(response.status(), label).toBe(400);
    expect((await response.json()).message, label).toMatch(/^[A-Z].*\.$/);
  }
  for (const place of [
    { parent: 2_147_483_647 },
    { post: 2_147_483_647 },
    { parent: opened.openingId },
  ]) {
    const response = await request.post("/preview", { data: { text: "Fine.", ...place } });
    expect(response.status()).toBe(200);
    expect((await response.json()).body).toEqual([{ kind: "own", html: "<p>Fine.</p>" }]);
  }
});

test.describe("every answer carries the headers that protect who reads it", () => {
  function expectHeaders(
    headers: Record<string, string | string[] | undefined>,
    label: string,
  ): void {
    const policy = String(headers["content-security-policy"]);
    const scripts = /(?:^|;)\s*script-src ([^;]*)/.exec(policy)?.[1] ?? "";
    // A page that is kept in memory names its scripts by their hashes: a nonce is sent once.
    expect(scripts, label).toMatch(/'(nonce-[\w+/=]{16,}|sha256-[\w+/=]{44})'/);
    expect(scripts, label).not.toMatch(/unsafe-inline|unsafe-eval|\*|https?:/);
    expect(policy, label).toMatch(/default-src 'self'/);
    for (const rule of [
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
    ]) {
      expect(policy, label).toContain(rule);
    }
    expect(headers["x-content-type-options"], label).toBe("nosniff");
    expect(headers["x-frame-options"], label).toBe("DENY");
    expect(headers["referrer-policy"], label).toMatch(/^(strict-origin|same-origin|no-referrer)/);
    expect(headers["x-powered-by"], label).toBeUndefined();
  }

  test("pages, files, redirects and refusals", async ({ thread, request, moderator, open }) => {
    const opened = await thread();
    const front = await request.get("/");
    const file = /\/_next\/static\/[^"]+\.(?:js|css)/.exec(await front.text())?.[0] ?? "";
    expect(file).not.toBe("");
    const page = await open(moderator, WITHOUT_SCRIPTS);
    await page.goto(`/t/${opened.id}/moderate/hide`);
    await page.getByLabel("Rule").selectOption("Spam");
    await page.getByRole("button", { name: "Hide", exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`/t/${opened.id}`));
    for (const [path, status] of [
      ["/", 200],
      ["/sign-up", 200],
      [file, 200],
      ["/healthz", 200],
      [`/t/${opened.id}`, 410],
      ["/t/999999999", 404],
      ["/no/such/page", 404],
      ["/_next/static/no-such-file.js", 404],
      ["/setup?code=x", 403],
      ["/settings", 307],
      ["/sign-out", 303],
      ["/p/%00", 400],
      ["/api/auth/session", 200],
    ] as const) {
      const { status: found, headers } = await raw(path);
      expect(found, path).toBe(status);
      expectHeaders(headers, path);
    }
    for (const [path, headers, status] of [
      ["/preview", {}, 401],
      ["/vote", { origin: "https://evil.example" }, 403],
      ["/vote", { "content-length": "6000000" }, 413],
      ["/vote", {}, 400],
    ] as const) {
      const response = await raw(path, { method: "POST", headers: { ...headers } });
      expect(response.status, path).toBe(status);
      expectHeaders(response.headers, `POST ${path} ${status}`);
    }
  });

  test("each page that is sent once has a nonce of its own, which every script in it carries", async ({
    request,
  }) => {
    const nonces = new Set<string>();
    for (const path of ["/sign-in", "/sign-in", "/?after=x", "/no-such-page"]) {
      const response = await request.get(path);
      const nonce = /'nonce-([^']+)'/.exec(
        response.headers()["content-security-policy"] ?? "",
      )?.[1];
      expect(nonce).toBeDefined();
      nonces.add(nonce ?? "");
      const scripts = (await response.text()).match(/<script\b[^>]*>/g) ?? [];
      for (const script of scripts) expect(script, path).toContain(`nonce="${nonce}"`);
    }
    expect(nonces.size).toBe(4);
  });

  test("a page that is kept for all who are signed out names its scripts instead", async ({
    request,
    thread,
  }) => {
    for (const path of ["/", `/t/${(await thread()).id}`]) {
      const policy = (await request.get(path)).headers()["content-security-policy"] ?? "";
      const [scripts = ""] = /script-src [^;]*/.exec(policy) ?? [];
      expect(scripts, path).toContain("'sha256-");
      expect(scripts, path).not.toMatch(/nonce|unsafe/);
    }
  });

  test("the session's cookie is out of reach of scripts and of other sites' forms", async ({
    person,
    open,
  }) => {
    const someone = await person();
    const page = await open(null, WITHOUT_SCRIPTS);
    await page.goto("/sign-in");
    await page.getByLabel("Username").fill(someone.username);
    await page.getByLabel("Password").fill(someone.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
    const cookies = await page.context().cookies();
    const session = cookies.filter(({ name }) => name.includes("session"));
    expect(session).toHaveLength(1);
    expect(session[0]).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
    for (const { name, httpOnly } of cookies) expect(httpOnly, name).toBe(true);
  });

  test("a claim to come from elsewhere, by headers that only a proxy may set, is not believed", async () => {
    const { status, headers } = await raw("/sign-in", {
      headers: {
        ...{ "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" },
        ...{
          "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy",
          "x-rejoinder-address": "1",
        },
      },
    });
    expect(status).toBe(200);
    expect(JSON.stringify(headers)).not.toContain("evil.example");
    expect(headers["strict-transport-security"]).toBeUndefined();
    for (const host of ["evil example", "evil.example/", "a\tb", "<x>"]) {
      expect((await raw("/", { headers: { host } }).catch(() => ({ status: 400 }))).status).toBe(
        400,
      );
    }
  });
});

test("a title and a name full of markup are shown as they are typed", async ({ thread, open }) => {
  const title = `<script>alert(1)</script><img src=x onerror=alert(1)> ${unique("title")} & "'`;
  const text = "<script>alert(2)</script> [x](javascript:alert(3)) <img src=x onerror=alert(4)>";
  const opened = await thread({ title, text });
  const page = await open(null);
  page.on("dialog", () => expect(false, "no script of a post runs").toBe(true));
  for (const path of ["/new", `/t/${opened.id}`, `/p/${opened.openingId}/history`]) {
    await page.goto(path);
    await expect(page.getByText(title, { exact: false }).first()).toBeVisible();
    await expect(
      page.locator('main [src="x"], main script, main [href^="javascript"]'),
    ).toHaveCount(0);
  }
  expect(await page.title()).not.toContain("undefined");
});
