import { expect, test } from "vitest";
import { showsScore } from "@/bench/after-write";

const post = (id: number, score: number) =>
  `<article class="post" id="post-${id}"><p>Words.</p><span data-votes="${id}"><button value="${id}:up">▲</button><span class="score">${score}</span><button>▼</button></span></article>`;

test("a page that was read after a vote is looked at where the votes stand", () => {
  const html = post(11, 3) + post(1, 12) + post(2, -1);
  expect(showsScore(html, 1, 12)).toBe(true);
  expect(showsScore(html, 1, 1)).toBe(false);
  expect(showsScore(html, 2, -1)).toBe(true);
  expect(showsScore(html, 2, 1)).toBe(false);
  expect(showsScore(html, 3, 0)).toBe(false);
});
