import { expect, test } from "vitest";
import {
  changesReader,
  filesOf,
  isKeptAddress,
  readerOf,
  threadOf,
  titleOf,
} from "@/lib/offline/kept";
import { agoWords, keptNote, withNote } from "@/lib/offline/note";

const at = (path: string) => new URL(path, "https://forum.example.org");

test("pages of threads are kept, and nothing with a form, a key or what moderators do", () => {
  for (const path of ["/t/1", "/t/12?sort=new", "/t/12?sort=old&page=3"])
    expect(isKeptAddress(at(path)), path).toBe(true);
  const others = [
    "/",
    "/t/0",
    "/t/1/",
    "/t/1?at=3",
    "/t/1?existed=yes",
    "/t/1/moderate",
    "/t/1/mute",
  ];
  const more = ["/settings", "/queue", "/feeds/quotes/key", "/statements/1?key=x", "/p/1/reply"];
  for (const path of [...others, ...more]) expect(isKeptAddress(at(path)), path).toBe(false);
});

test("an answer about a thread is one about all of its addresses", () => {
  expect(threadOf(at("/t/12?quote=3"))).toBe(12);
  expect(threadOf(at("/t/12/points"))).toBe(12);
  expect(threadOf(at("/p/12"))).toBeNull();
});

test("whoever signs in or out changes who reads here", () => {
  for (const path of ["/sign-in?next=/", "/sign-out", "/sign-up", "/api/auth/callback/credentials"])
    expect(changesReader(at(path)), path).toBe(true);
  for (const path of ["/", "/t/1", "/sign-outs"]) expect(changesReader(at(path)), path).toBe(false);
});

test("a page says who read it, and what somebody wrote in it can't", () => {
  const written = "<p>&lt;body data-reader=&quot;7&quot;&gt;</p>";
  expect(readerOf(`<html><body data-reader="12" class="x">${written}</body></html>`)).toBe("12");
  expect(readerOf(`<html><body class="x" data-reader="0">${written}`)).toBe("0");
  expect(readerOf("<html><body>Bad gateway</body></html>")).toBeNull();
});

test("the files of a page and its title are read from its HTML", () => {
  const html = `<title>A &amp; B &lt;3</title><link rel="preload" href="/_next/static/media/f~2.woff2" as="font"/>
    <script src="/_next/static/chunks/a-b_1.js" async=""></script><script src="/_next/static/chunks/a-b_1.js"></script>
    <p>&lt;script src="/_next/static/chunks/written.js"&gt; "/_next/static/chunks/written.js"</p>`;
  expect(filesOf(html)).toEqual(["/_next/static/media/f~2.woff2", "/_next/static/chunks/a-b_1.js"]);
  expect(titleOf(html)).toBe("A & B <3");
});

test("a kept page says first how old it is", () => {
  expect(agoWords(59_999)).toBe("a moment ago");
  expect(agoWords(60_000)).toBe("1 minute ago");
  expect(agoWords(3 * 3_600_000)).toBe("3 hours ago");
  expect(agoWords(50 * 3_600_000)).toBe("2 days ago");
  expect(agoWords(Number.NaN)).toBe("a moment ago");
  const page = withNote('<body class="a" data-reader="7"><p>Text.</p></body>', keptNote(7_200_000));
  expect(page).toMatch(/^<body [^>]*><aside .*this is how it looked 2 hours ago\..*<p>Text/);
});

test("a kept page knows from its beginning on that a note lies over its edge", () => {
  const page = withNote('<!DOCTYPE html><html lang="en"><body>Say <html></body>', "A note.");
  expect(page).toBe('<!DOCTYPE html><html data-offline lang="en"><body>Say <html></body>');
});

test("what a thread is called takes no part in where the note stands", () => {
  const title = "A <body> &#x22;data-reader=&#x22;7&#x22;> <img src=x>";
  const head = `<html><head><meta name="description" content="${title}"></head>`;
  const page = withNote(`${head}<body class="a" data-reader="0"><p>Text.</p>`, "A note.");
  expect(page.startsWith(`${head}<body class="a" data-reader="0"><aside `)).toBe(true);
});
