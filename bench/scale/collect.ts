// The plans of every statement that pages and forms run.
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type Plan, plansIn } from "@/bench/scale/plans";
import { type Forum, visitorOf } from "@/bench/scale/prepare";
import { TOURS } from "@/bench/scale/tours";
import { ask } from "@/scripts/database";
import type { Ending } from "@/scripts/ending";
import type { Embedded } from "@/scripts/postgres/embedded";
import { logOf, logSize } from "@/scripts/postgres/server";

/** What a page or form has PostgreSQL do: each statement once, with the most blocks it took. */
export interface PagePlans {
  page: string;
  plans: Plan[];
}

const SETTINGS = {
  session_preload_libraries: "auto_explain",
  "auto_explain.log_min_duration": "0",
  "auto_explain.log_analyze": "on",
  "auto_explain.log_buffers": "on",
  "auto_explain.log_timing": "off",
  "auto_explain.log_nested_statements": "on",
  "auto_explain.log_format": "json",
};

/** Visits each page some times with rate limits on, as people do, and reads what was logged. */
export async function collectPlans(
  postgres: Embedded,
  { name, places }: Forum,
  ending: Ending,
): Promise<PagePlans[]> {
  const database = pg.escapeIdentifier(name);
  for (const [setting, value] of Object.entries(SETTINGS)) {
    await ask(
      postgres.url("postgres"),
      `ALTER DATABASE ${database} SET ${setting} = ${pg.escapeLiteral(value)}`,
    );
  }
  const visitor = await visitorOf(postgres.url(name), {}, ending);
  const pages: PagePlans[] = [];
  for (const { page, visits } of TOURS) {
    ending.check();
    const before = logSize(postgres.home);
    await visits(places, visitor);
    // The last statements may be logged after their page was sent.
    await sleep(100);
    pages.push({ page, plans: largestOfEach(plansIn(logAfter(postgres.home, before))) });
  }
  for (const setting of Object.keys(SETTINGS)) {
    await ask(postgres.url("postgres"), `ALTER DATABASE ${database} RESET ${setting}`);
  }
  return pages;
}

function largestOfEach(plans: readonly Plan[]): Plan[] {
  const largest = new Map<string, Plan>();
  for (const plan of plans) {
    const known = largest.get(plan.statement);
    const scanned = [...new Set([...(known?.scanned ?? []), ...plan.scanned])];
    const larger = known === undefined || plan.blocks > known.blocks ? plan : known;
    largest.set(plan.statement, { ...larger, scanned });
  }
  return [...largest.values()];
}

function logAfter(home: string, size: number): string {
  const file = openSync(logOf(home), "r");
  const bytes = Buffer.alloc(fstatSync(file).size - size);
  readSync(file, bytes, 0, bytes.length, size);
  closeSync(file);
  return bytes.toString("utf8");
}
