// What `npm start` does, once packages are installed: database, tables, demo, build, server.
import { keysProblem } from "@/lib/push/keys";
import { readyBuild } from "@/scripts/build";
import { type Database, openDatabase } from "@/scripts/database";
import { loadDemoOnce, removeUnfinishedDemo } from "@/scripts/demo";
import { type Ending, endingInGoodOrder } from "@/scripts/ending";
import { generateClient, migrate, readyQueue } from "@/scripts/migrations";
import { obstacle } from "@/scripts/ports";
import { Problem, say } from "@/scripts/say";
import { authSecret } from "@/scripts/secret";
import { type Serving, serve } from "@/scripts/serve";
import { setUpCode } from "@/scripts/set-up";
import { startWorker } from "@/scripts/work";
import { processesWanted } from "@/server/processes";

interface Options {
  /** Next.js in development mode: no build, and changes show at once. */
  dev: boolean;
}

export async function start({ dev }: Options): Promise<void> {
  loadEnvironmentFile();
  await endingInGoodOrder(async (ending) => {
    const port = wantedPort();
    await checkPort(port, dev);
    if (!dev) checkProcesses();
    checkMail();
    checkPush();
    const database = await readyDatabase(ending);
    await loadDemoOnce(database);
    ending.check();
    Object.assign(process.env, { NODE_ENV: dev ? "development" : "production" });
    if (!dev) await readyBuild(process.env.REJOINDER_BUILD_DIR || ".next");
    ending.check();
    return serveForum(database, port, dev, ending);
  });
}

/** Brings up the database with its tables and has it left at the end. */
export async function readyDatabase(ending: Ending): Promise<Database> {
  const database = await openDatabase();
  ending.undo(database.leave);
  say(database.description);
  ending.check();
  await generateClient();
  ending.check();
  await removeUnfinishedDemo(database);
  await migrate(database.url);
  await readyQueue(database.url);
  ending.check();
  process.env.DATABASE_URL = database.url;
  return database;
}

/** Settings may also stand in a file `.env`; those of the environment win. */
export function loadEnvironmentFile(): void {
  try {
    process.loadEnvFile(".env");
  } catch {
    // There is none.
  }
}

async function serveForum(
  database: Database,
  wanted: number,
  dev: boolean,
  ending: Ending,
): Promise<number> {
  process.env.AUTH_SECRET = authSecret();
  say("Starting the server …");
  const server = serve({
    PORT: String(wanted),
    REJOINDER_DEV: dev ? "on" : "off",
    REJOINDER_ORIGIN: process.env.REJOINDER_ORIGIN || (wanted > 0 ? addressOf(wanted) : ""),
  });
  ending.undo(server.stop);
  ending.again(server.stop);
  const [port, code] = await Promise.all([server.ready, setUpCode()]);
  if (port === undefined) return 1;
  const url = addressOf(port);
  const worker = startWorker({ REJOINDER_ORIGIN: process.env.REJOINDER_ORIGIN || url });
  ending.undo(worker.stop);
  ending.again(worker.stop);
  say(`Rejoinder is ready: ${url}`);
  if (code !== "") say(`Set-up: ${url}/setup?code=${encodeURIComponent(code)}`);
  return untilTheEnd(database, server, ending);
}

async function untilTheEnd(database: Database, server: Serving, ending: Ending): Promise<number> {
  let endWatch = () => {};
  const died = new Promise<string>((resolve) => {
    endWatch = database.watch(resolve);
  });
  const reason = await Promise.race([
    ending.asked.then(() => undefined),
    died,
    server.ended.then((why) => `The server stopped unexpectedly (${why}).`),
  ]);
  endWatch();
  if (reason === undefined) {
    say("Stopping …");
    return 0;
  }
  throw new Problem(`${reason} Start again by npm start.`);
}

function wantedPort(): number {
  const port = Number(process.env.PORT || 3000);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new Problem(`PORT is "${process.env.PORT}": it must be a number from 1 to 65535.`);
}

function checkProcesses(): void {
  const wanted = processesWanted(process.env.WEB_PROCESSES);
  if (typeof wanted === "string") throw new Problem(wanted);
}

/** First of all, as nothing is gained by the rest if the port cannot be had. */
async function checkPort(port: number, dev: boolean): Promise<void> {
  for (const host of process.env.HOST ? [process.env.HOST] : ["127.0.0.1", "::1"]) {
    const code = await obstacle(port, host);
    const command = dev ? "npm run dev" : "npm start";
    if (code === "EADDRINUSE") {
      throw new Problem(
        `Port ${port} is in use: stop what listens there or start with PORT=${port + 1} ${command}.`,
      );
    }
    if (code === "EACCES") {
      throw new Problem(`Port ${port} is kept for root: start with PORT=3000 ${command}.`);
    }
    // A computer without IPv6 is served on IPv4 alone.
    if (code !== undefined && host !== "::1") {
      throw new Problem(`The forum cannot listen on HOST ${host} (${code}): correct HOST.`);
    }
  }
}

/** Where the forum is reached from this computer. */
function addressOf(port: number): string {
  return `http://${shownHost()}:${port}`;
}

/** Links in mail that leaves this computer must lead back from elsewhere. */
function checkMail(): void {
  if (!process.env.SMTP_URL) return;
  const missing = ["MAIL_FROM", "REJOINDER_ORIGIN"].filter((name) => !process.env[name]);
  if (missing.length === 0) return;
  throw new Problem(
    `SMTP_URL is set, so ${missing.join(" and ")} must be too: mail needs a sender, such as forum@example.org, and an address for its links, such as https://forum.example.org.`,
  );
}

/** Keys of which one is missing or wrong would push nothing, and nobody would know why. */
function checkPush(): void {
  const { REJOINDER_PUSH_PUBLIC_KEY = "", REJOINDER_PUSH_PRIVATE_KEY = "" } = process.env;
  const wrong = keysProblem(REJOINDER_PUSH_PUBLIC_KEY, REJOINDER_PUSH_PRIVATE_KEY);
  if (wrong !== null) throw new Problem(wrong);
}

function shownHost(): string {
  const host = process.env.HOST;
  if (!host || host === "0.0.0.0" || host === "::") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}
