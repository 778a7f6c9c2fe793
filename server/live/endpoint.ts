// GET /live: the stream by which an open page hears what happens. Beside Next.js, since a stream there
// costs several times the memory (docs/decisions/0013-live.md).
import type { IncomingMessage, ServerResponse } from "node:http";
import { addressGroup } from "@/lib/accounts/client-address";
import { env } from "@/lib/env";
import { pruneChanges } from "@/lib/live/commands";
import { parseCursor } from "@/lib/live/cursor";
import { mayFollow } from "@/lib/live/followed.queries";
import { streamAddress } from "@/lib/live/schema";
import type { Origin } from "@/server/headers";
import { Hub } from "@/server/live/hub";
import { type Listener, listenToDatabase } from "@/server/live/listener";
import { readerOf } from "@/server/live/reader";
import { LiveStream, type Reader } from "@/server/live/stream";
import { oneLine } from "@/server/log";
import { refuse } from "@/server/refusals";

/** Nobody reads in so many windows at once; a whole school may share an address. */
const MOST_STREAMS = { person: 24, address: 400, process: 10_000 };

/** Often enough that no proxy takes a stream for dead (milliseconds). */
const BEAT_EVERY = 20_000;
const PRUNE_EVERY = 3_600_000;

const TOO_MANY = { status: 429, message: "Too many pages of yours are open at once." };

/** Whether a request asks for the stream. */
export function isLive({ method, url = "" }: IncomingMessage): boolean {
  return method === "GET" && (url === "/live" || url.startsWith("/live?"));
}

/** The open streams of this process, and the one connection that wakes them, made when the first comes. */
export class Live {
  readonly #hub = new Hub();
  readonly #url: string;
  readonly #byAddress = new Map<string, number>();
  readonly #timers: ReturnType<typeof setInterval>[] = [];
  #listener: Listener | undefined;
  #closed = false;

  constructor(databaseUrl: string) {
    this.#url = databaseUrl;
  }

  /** Answers with a stream, or with why there is none. */
  async open(request: IncomingMessage, response: ServerResponse, origin: Origin): Promise<void> {
    const search = new URL(request.url ?? "", "http://localhost").searchParams;
    const address = streamAddress.safeParse(Object.fromEntries(search));
    if (!address.success)
      return refuse(response, { status: 400, message: "There is no such stream." });
    const { thread, since } = address.data;
    const reader = await readerOf(request, origin);
    const { viewer } = reader;
    this.#start();
    // From here on nothing is missed; the stream itself is told what came before.
    await this.#hub.ready();
    if (response.destroyed || this.#closed) return void response.destroy();
    const from = addressGroup(origin.address);
    if (this.#isFull(reader, from)) return refuse(response, TOO_MANY);
    const stream = new LiveStream(response, reader, thread ?? null);
    if (thread !== undefined && !(await mayFollow(viewer, thread))) {
      stream.begin();
      return stream.endAsGone();
    }
    if (response.destroyed) return;
    this.#byAddress.set(from, (this.#byAddress.get(from) ?? 0) + 1);
    response.on("close", () => {
      this.#hub.remove(stream);
      const left = (this.#byAddress.get(from) ?? 1) - 1;
      if (left === 0) this.#byAddress.delete(from);
      else this.#byAddress.set(from, left);
    });
    stream.begin();
    // A browser that comes back says where it was.
    const last = request.headers["last-event-id"];
    const state = typeof last === "string" && last !== "" ? last : (since ?? "");
    await this.#hub.add(stream, parseCursor(state)).catch((error) => {
      console.log(`A stream could not be begun: ${oneLine(error)}`);
      stream.end();
    });
  }

  /** Ends all streams; no more are opened. */
  close(): void {
    this.#closed = true;
    for (const timer of this.#timers) clearInterval(timer);
    this.#hub.endAll();
    void this.#listener?.stop();
  }

  #isFull({ viewer }: Reader, from: string): boolean {
    if (this.#hub.size >= MOST_STREAMS.process) return true;
    if (env().REJOINDER_RATE_LIMIT === "off") return false;
    if (viewer.signedIn && this.#hub.openOf(viewer.id) >= MOST_STREAMS.person) return true;
    return (this.#byAddress.get(from) ?? 0) >= MOST_STREAMS.address;
  }

  #start(): void {
    if (this.#listener !== undefined) return;
    this.#listener = listenToDatabase(
      this.#url,
      (wake) => this.#hub.wake(wake),
      (again) => (again ? this.#hub.afterBreak() : void this.#hub.look()),
    );
    const prune = () => {
      pruneChanges(new Date()).catch((error) => console.log(`Pruning failed: ${oneLine(error)}`));
    };
    this.#timers.push(
      // Looks, too: should a word of the database be lost, it is late and not missed.
      setInterval(() => {
        this.#hub.beat(new Date());
        void this.#hub.look();
      }, BEAT_EVERY),
      setInterval(prune, PRUNE_EVERY),
    );
    for (const timer of this.#timers) timer.unref();
  }
}
