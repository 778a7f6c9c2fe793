// What a stream is told, as text.
import { eventText, STALE } from "@/lib/live/event";
import { type Change, tidingsFor } from "@/lib/live/tidings";
import { SIGNED_OUT } from "@/lib/policy/viewer";
import type { LiveStream } from "@/server/live/stream";

/** What is on the page was made for somebody with other rights. */
export function tellStale(stream: LiveStream): void {
  stream.send(eventText(STALE, ""));
}

export function tellAll(
  streams: Iterable<LiveStream>,
  changes: Change[] | null,
  cursor: string,
): void {
  // All who are signed out are told the same.
  let forEverybody: string | undefined;
  for (const stream of streams) {
    if (stream.catchingUp) stream.missedMore = true;
    else if (stream.reader.viewer.signedIn) tell(stream, changes, cursor);
    else {
      forEverybody ??= textFor(stream, changes, cursor);
      if (forEverybody !== "") stream.send(forEverybody);
    }
  }
}

export function tell(stream: LiveStream, changes: Change[] | null, cursor: string): void {
  const text = textFor(stream, changes, cursor);
  if (text !== "") stream.send(text);
}

/** @returns an empty text where there is nothing to tell */
function textFor({ reader }: LiveStream, changes: Change[] | null, cursor: string): string {
  if (changes === null) return eventText(STALE, "", cursor);
  const tidings = tidingsFor(reader.viewer.signedIn ? reader.viewer : SIGNED_OUT, changes);
  return tidings === null ? "" : eventText("thread", JSON.stringify(tidings), cursor);
}
