// What `npm test` does: each step on a line with its seconds, what failed in full, and at the very
// end what failed by name once more, and how many tests passed and failed. Formatting, types,
// architecture and build count as one each.
import { endingInGoodOrder } from "@/scripts/ending";
import { generateClient } from "@/scripts/migrations";
import { Problem, say, sentence } from "@/scripts/say";
import { browserTests } from "@/scripts/test/browser";
import { joinTestServer } from "@/scripts/test/databases";
import { failureLines, failuresIn, NOTHING, type Report, single } from "@/scripts/test/reports";
import { architecture, build, lint, types, vitest } from "@/scripts/test/steps";

interface Step {
  name: string;
  run(): Promise<Report>;
}

const FAST: Step[] = [
  { name: "Formatting and lint", run: lint },
  { name: "Types", run: types },
  { name: "Architecture", run: architecture },
  { name: "Unit tests", run: () => vitest("unit") },
];

interface Options {
  fast: boolean;
  /** Tests to run alone, by their files: those in a browser, and those of web processes. */
  only: { browser: readonly string[]; http: readonly string[] };
}

export async function test({ fast, only }: Options): Promise<void> {
  const all = only.browser.length === 0 && only.http.length === 0;
  // Settings of the forum that runs here are none of the tests' business.
  for (const name of Object.keys(process.env)) {
    if (/^(DATABASE_URL|PORT|HOST|WEB_PROCESSES|AUTH_|REJOINDER_|SMTP_|MAIL_)/.test(name))
      delete process.env[name];
  }
  await endingInGoodOrder(async (ending) => {
    await generateClient();
    const steps = all ? [...FAST] : [];
    if (!fast) {
      // Held for the whole time, so that it ends with us even if a runner is killed.
      const server = await joinTestServer();
      ending.undo(server.leave);
      if (all) steps.push({ name: "Tests with a database", run: () => vitest("db") });
      steps.push({ name: "Production build", run: build });
      if (all || only.http.length > 0) {
        steps.push({ name: "Tests of web processes", run: () => vitest("http", only.http) });
      }
      if (all || only.browser.length > 0) {
        const run = () => browserTests(server, ending, only.browser);
        steps.push({ name: "Tests in a browser", run });
      }
    }
    const total = { ...NOTHING, failures: [...NOTHING.failures] };
    for (const [index, step] of steps.entries()) {
      ending.check();
      const began = performance.now();
      const report = await step.run().catch(crashed);
      ending.check();
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      say(`${index + 1}/${steps.length} ${step.name}: ${inWords(report)} (${seconds} s)`);
      if (report.failed > 0) say(report.output.trimEnd());
      total.passed += report.passed;
      total.failed += report.failed;
      total.skipped += report.skipped;
      total.failures.push(...failuresIn(step.name, report));
    }
    ending.last(() => {
      if (total.failed > 0) say(`Failed:\n${failureLines(total.failures)}`);
      say(inWords(total));
    });
    return total.failed > 0 ? 1 : 0;
  });
}

/** A step that could not be run at all is a test that failed. */
function crashed(error: unknown): Report {
  const bug = error instanceof Error && !(error instanceof Problem);
  return single(false, `${sentence(error)}\n${bug ? error.stack : ""}`);
}

function inWords({ passed, failed, skipped }: Report): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
