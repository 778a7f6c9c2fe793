// Open streams of the forum, as browsers have them.
import { request } from "node:http";
import { routes } from "@/lib/routes";
import { send } from "@/scripts/test/http/client";

export interface StreamEvent {
  name: string;
  data: string;
  id: string | undefined;
}

export interface OpenStream {
  status: number;
  events: StreamEvent[];
  /** Milliseconds since 1970 at which each event came. */
  times: number[];
  /** Whether the server has ended it. */
  ended: boolean;
  close(): void;
}

/** The state of a thread's page, from which its stream goes on. */
export async function sinceOf(
  url: string,
  threadId: number,
  headers: Record<string, string> = {},
): Promise<string> {
  const { body } = await send(url, routes.thread(threadId), { headers });
  const since = /data-since="([^"]+)"/.exec(body)?.[1];
  if (since === undefined) throw new Error("The page does not say which state it is in.");
  return since;
}

/** Opens a stream; resolves when it is answered. */
export function openStream(
  url: string,
  thread?: { id: number; since: string },
  headers: Record<string, string> = {},
): Promise<OpenStream> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}${routes.live(thread)}`, { agent: false, headers }, (response) => {
      const stream: OpenStream = {
        ...{ status: response.statusCode ?? 0, events: [], times: [], ended: false },
        close: () => sent.destroy(),
      };
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
        const blocks = text.split("\n\n");
        text = blocks.pop() ?? "";
        for (const block of blocks) take(stream, block);
      });
      const end = () => {
        stream.ended = true;
      };
      response.on("end", end);
      response.on("error", end);
      response.on("close", end);
      resolve(stream);
    });
    sent.on("error", reject);
    sent.end();
  });
}

function take(stream: OpenStream, block: string): void {
  const field = (name: string) =>
    block
      .split("\n")
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2);
  const name = field("event");
  if (name === undefined) return;
  stream.events.push({ name, data: field("data") ?? "", id: field("id") });
  stream.times.push(Date.now());
}

/** The last place that a stream told to go on from. */
export function lastId({ events }: OpenStream): string | undefined {
  return events.findLast(({ id }) => id !== undefined)?.id;
}

/** Waits until something holds. @throws after half a minute: a busy machine is no reason to fail */
export async function until(holds: () => boolean, what: string): Promise<void> {
  const end = Date.now() + 30_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`It did not come: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
