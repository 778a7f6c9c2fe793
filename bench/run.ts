// What `npm run bench` does: measures the forum and its peers in turns and writes
// docs/performance.md (with --quick or --only it only prints). Ends whatever it started.
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { measureAfterWrite } from "@/bench/after-write";
import { measureBrowser } from "@/bench/browser/measure";
import { casesOf } from "@/bench/cases";
import { nothingMeasured } from "@/bench/measured";
import { runMix } from "@/bench/mix/run";
import { PARTS, readOptions } from "@/bench/options";
import { prepared } from "@/bench/prepare";
import { measureReading, warmUpReading, weigh } from "@/bench/reading";
import { plotOf } from "@/bench/report/plot";
import { reportOf } from "@/bench/report/report";
import { measureWriting, warmUpWriting } from "@/bench/writing/measure";
import { endingInGoodOrder } from "@/scripts/ending";
import { root } from "@/scripts/folders";
import { Problem, say, step } from "@/scripts/say";

const ROUNDS = { quick: 2, whole: 5 };

/** Loading a slowed page takes long, and Chromium's own figures scatter little. */
const LOADS = { quick: 1, whole: 3 };

await endingInGoodOrder(async (ending) => {
  const options = readOptions(process.argv.slice(2));
  const { quick, long, parts, workload } = options;
  if (workload !== undefined && !existsSync(workload))
    throw new Problem(`${workload} is not there.`);
  // Settings of the forum that runs here are none of the measurement's business.
  for (const name of Object.keys(process.env)) {
    if (/^(DATABASE_URL|PORT|HOST|WEB_PROCESSES|AUTH_|REJOINDER_)/.test(name))
      delete process.env[name];
  }
  const bench = await prepared(long, quick, ending);
  const cases = casesOf(long);
  const measured = nothingMeasured();
  const [reading, writing] = [parts.includes("reading"), parts.includes("writing")];
  if (reading) measured.sizes = await weigh(bench);
  await step("Warming up", async () => {
    if (reading) await warmUpReading(bench, cases);
    if (writing) await warmUpWriting(bench);
  });
  const times = quick ? "quick" : "whole";
  for (let round = 1; (reading || writing) && round <= ROUNDS[times]; round += 1) {
    await step(`Round ${round} of ${ROUNDS[times]}`, async () => {
      if (reading) await measureReading(bench, cases, measured);
      if (reading) measured.afterWrite.push(await measureAfterWrite(bench, quick ? 4 : 10));
      if (writing) await measureWriting(bench, measured.written);
    });
  }
  for (let round = 1; parts.includes("browser") && round <= LOADS[times]; round += 1) {
    ending.check();
    await step(`In Chromium, ${round} of ${LOADS[times]}`, async () => {
      measured.browser.push(await measureBrowser(bench));
    });
  }
  if (parts.includes("mix") && workload !== undefined) {
    measured.mix = await runMix(bench, { ...options, workload }, ending);
  }
  const report = reportOf(measured, cases, bench.seeded);
  say(`\n${report}`);
  // Its rounds are too short to be kept, or it is not the whole.
  if (quick || parts.length < PARTS.length) return 0;
  writeFileSync(path.join(root, "docs/performance.md"), report);
  writeFileSync(path.join(root, "docs/performance.svg"), plotOf(measured));
  return 0;
});
