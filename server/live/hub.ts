// All open streams of a web process, and who of them is told what.

import { sessionByTokenHash } from "@/lib/accounts/session.queries";
import { groupBy } from "@/lib/group";
import { changesSince } from "@/lib/live/changes.queries";
import { type Cursor, parseCursor } from "@/lib/live/cursor";
import { eventText, type PersonalEvent, type Wake } from "@/lib/live/event";
import type { LiveStream } from "@/server/live/stream";
import { tell, tellAll, tellStale } from "@/server/live/telling";
import { oneLine } from "@/server/log";

/** Words that may be passed on to a person's pages as they come. */
const PERSONAL: ReadonlySet<string> = new Set<PersonalEvent>(["notices"]);

export class Hub {
  readonly #streams = new Set<LiveStream>();
  readonly #byThread = new Map<number, Set<LiveStream>>();
  readonly #byPerson = new Map<number, Set<LiveStream>>();
  /** Up to where changes were told; null before the first look. */
  #cursor: string | null = null;
  #looking: Promise<void> | null = null;
  #lookAgain = false;

  get size(): number {
    return this.#streams.size;
  }

  /** How many streams somebody who is signed in has open. */
  openOf(userId: number): number {
    return this.#byPerson.get(userId)?.size ?? 0;
  }

  /** Resolves when it is known from where on changes are to be told. */
  async ready(): Promise<void> {
    if (this.#cursor === null) await this.look();
    if (this.#cursor === null) throw new Error("The database does not say what is new.");
  }

  /**
   * Adds a stream, and tells it what changed since its page was made.
   *
   * @param since null where a page does not say what it has seen: it is told to ask for all of it
   */
  async add(stream: LiveStream, since: Cursor | null): Promise<void> {
    this.#streams.add(stream);
    const { viewer } = stream.reader;
    if (stream.threadId !== null) enter(this.#byThread, stream.threadId, stream);
    if (viewer.signedIn) enter(this.#byPerson, viewer.id, stream);
    // A sign-out may have come between the question who it is and this.
    await this.#askAgain(stream);
    if (stream.threadId === null) return;
    if (since === null) return tellStale(stream);
    stream.catchingUp = true;
    let from: Cursor | null = since;
    do {
      stream.missedMore = false;
      const { cursor, changes } = await changesSince(from, stream.threadId);
      tell(stream, changes, cursor);
      from = parseCursor(cursor);
    } while (stream.missedMore);
    stream.catchingUp = false;
  }

  remove(stream: LiveStream): void {
    this.#streams.delete(stream);
    const { viewer } = stream.reader;
    if (stream.threadId !== null) leave(this.#byThread, stream.threadId, stream);
    if (viewer.signedIn) leave(this.#byPerson, viewer.id, stream);
  }

  /** Takes a word of the database. */
  wake(wake: Wake): void {
    if (wake.about === "changes") return void this.look();
    const streams = this.#byPerson.get(wake.userId);
    if (streams === undefined) return;
    if (wake.event === "standing") {
      for (const stream of streams)
        void this.#askAgain(stream).then((same) => same || tellStale(stream));
    } else if (PERSONAL.has(wake.event)) {
      const text = eventText(wake.event, "new");
      for (const stream of streams) stream.send(text);
    }
  }

  /** Listening began anew: nobody knows what was said meanwhile. Members come back and are asked who they are. */
  afterBreak(): void {
    for (const streams of this.#byPerson.values()) for (const stream of streams) stream.end();
    void this.look();
  }

  /** Reads what is new and tells it; looks that are asked for meanwhile become one. */
  look(): Promise<void> {
    if (this.#looking !== null) {
      this.#lookAgain = true;
      return this.#looking;
    }
    this.#looking = this.#lookOnce()
      .catch((error) => console.log(`Changes could not be read: ${oneLine(error)}`))
      .finally(() => {
        this.#looking = null;
        if (!this.#lookAgain) return;
        this.#lookAgain = false;
        void this.look();
      });
    return this.#looking;
  }

  async #lookOnce(): Promise<void> {
    const before = this.#cursor === null ? null : parseCursor(this.#cursor);
    const { cursor, changes } = await changesSince(before);
    this.#cursor = cursor;
    if (changes === null) {
      for (const streams of this.#byThread.values()) tellAll(streams, null, cursor);
      return;
    }
    const byThread = groupBy(changes, ({ threadId }) => threadId);
    for (const [threadId, ofThread] of byThread) {
      const streams = this.#byThread.get(threadId);
      if (streams !== undefined) tellAll(streams, ofThread, cursor);
    }
  }

  /** A word now and then keeps proxies from cutting a stream, and tells where to go on. */
  beat(now: Date): void {
    const text = eventText("beat", "", this.#cursor ?? undefined);
    for (const stream of this.#streams) {
      const { session } = stream.reader;
      if (session !== null && session.expires < now) stream.endForGood();
      else if (!stream.catchingUp) stream.send(text);
    }
  }

  endAll(): void {
    for (const stream of this.#streams) stream.end();
  }

  /**
   * Asks who somebody is and what they may see, which may have changed; ends the stream of whoever is
   * not signed in any more, or was suspended.
   *
   * @returns whether there is nothing to be told of it
   */
  async #askAgain(stream: LiveStream): Promise<boolean> {
    const { session, viewer } = stream.reader;
    if (session === null || !viewer.signedIn) return true;
    const now = new Date();
    const current = await sessionByTokenHash(session.tokenHash, now).catch(() => undefined);
    if (current === null) stream.endForGood();
    else if (current === undefined) stream.end();
    else {
      const { member } = current;
      const before = JSON.stringify(viewer);
      stream.reader = { viewer: member, session };
      if (before === JSON.stringify(member)) return true;
      // Comes back as who they are now.
      if (member.restricted) stream.end();
      return false;
    }
    return true;
  }
}

function enter<Key>(map: Map<Key, Set<LiveStream>>, key: Key, stream: LiveStream): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([stream]));
  else known.add(stream);
}

function leave<Key>(map: Map<Key, Set<LiveStream>>, key: Key, stream: LiveStream): void {
  const known = map.get(key);
  known?.delete(stream);
  if (known?.size === 0) map.delete(key);
}
