// Read right after a write: what was kept of the page is worth nothing then. In turns, a vote changes
// the thread and somebody who is signed out asks for it, of the forum and of the bare server.
import http from "node:http";
import type { Bench } from "@/bench/prepare";
import { fetchPage } from "@/bench/probe";
import { median } from "@/bench/statistics";
import { clientOf } from "@/bench/writing/clients";
import { expectStatus } from "@/bench/writing/forum";
import { Problem } from "@/scripts/say";

/** Milliseconds from the request to the last byte. */
export interface AfterWrite {
  forum: number;
  bare: number;
}

/** Takes so many turns, and returns the median of each. */
export async function measureAfterWrite(bench: Bench, turns: number): Promise<AfterWrite> {
  const { servers, seeded } = bench;
  const path = `/t/${seeded.threads[1000]}`;
  const agents = { forum: keepingAlive(), bare: keepingAlive() };
  const voter = clientOf(servers.forum.url, seeded.writing.forum[0]);
  const times: Record<"forum" | "bare", number[]> = { forum: [], bare: [] };
  for (let turn = 0; turn < turns; turn += 1) {
    const vote = { vote: `${seeded.voted}:${turn % 2 === 0 ? "up" : "none"}` };
    const answer = expectStatus(await voter.call("/vote", vote), 200, "A vote");
    const { score } = JSON.parse(answer.body.toString());
    for (const server of ["forum", "bare"] as const) {
      const page = await fetchPage(servers[server].url + path, {}, agents[server]);
      times[server].push(page.lastByte);
      // An old page would be a fast one.
      if (!showsScore(page.bytes.toString(), seeded.voted, score)) {
        throw new Problem(`${server} does not show a vote right after it was cast.`);
      }
    }
  }
  voter.close();
  for (const agent of Object.values(agents)) agent.destroy();
  return { forum: median(times.forum), bare: median(times.bare) };
}

/** Whether a post has this score: the texts measured with hold no numbers that it could be. */
export function showsScore(html: string, post: number, score: number): boolean {
  const article = html.split(`id="post-${post}"`)[1]?.split("</article>")[0] ?? "";
  return new RegExp(`>\\s*${score}(?!\\d)`).test(article);
}

function keepingAlive(): http.Agent {
  return new http.Agent({ keepAlive: true, maxSockets: 1 });
}
