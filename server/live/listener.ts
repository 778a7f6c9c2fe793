// The one connection of a web process on which PostgreSQL says that something was written.
import pg from "pg";
import { CHANNEL, parseWake, type Wake } from "@/lib/live/event";
import { oneLine } from "@/server/log";

/** Milliseconds until the next try after a connection broke: the first at once, as a restart is short. */
const WAITS = [50, 200, 500, 1_000, 2_000, 5_000];

/** A connection that was cut without a word is found out by a question this often (milliseconds). */
const QUESTIONED_EVERY = 10_000;

export interface Listener {
  stop(): Promise<void>;
}

/**
 * Listens, and again whenever the connection breaks.
 *
 * @param onWake called for each notification
 * @param onListening called whenever listening began, since what was written before may have been
 *   missed; `again` says that it had been broken
 */
export function listenToDatabase(
  url: string,
  onWake: (wake: Wake) => void,
  onListening: (again: boolean) => void,
): Listener {
  let stopped = false;
  let tries = 0;
  let listened = false;
  let client: pg.Client | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const connect = async () => {
    const fresh = new pg.Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
      application_name: "rejoinder live",
    });
    client = fresh;
    let over = false;
    const again = (error?: Error) => {
      if (over) return;
      over = true;
      clearTimeout(timer);
      fresh.removeAllListeners("notification");
      fresh.end().catch(() => {});
      if (stopped) return;
      // Once for each time without a connection.
      if (tries === 0 && error) console.log(`Listening to the database again: ${oneLine(error)}`);
      timer = setTimeout(connect, WAITS[Math.min(tries, WAITS.length - 1)]);
      tries += 1;
    };
    fresh.on("error", again);
    fresh.on("end", again);
    fresh.on("notification", ({ payload }) => {
      const wake = parseWake(payload);
      if (wake !== null) onWake(wake);
    });
    const question = () => {
      timer = setTimeout(() => {
        fresh.query("SELECT 1").then(question, again);
      }, QUESTIONED_EVERY);
      timer.unref();
    };
    try {
      await fresh.connect();
      await fresh.query(`LISTEN ${CHANNEL}`);
      if (stopped || over) return;
      tries = 0;
      onListening(listened);
      listened = true;
      question();
    } catch (error) {
      again(error as Error);
    }
  };
  void connect();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await client?.end().catch(() => {});
    },
  };
}
