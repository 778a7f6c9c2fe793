import { CandidateChoice } from "@/components/composer/CandidateChoice";
import { notesSummary, whereFound } from "@/components/composer/note-words";
import type { Preview, QuoteNote } from "@/lib/posts/view";
import { STATUS_WORDS } from "@/lib/quotes/status";

/** A longer list scrolls in itself, so that the buttons under it stay near. */
const LONG_LIST = 8;

/** What the list tells: of a whole preview no more than this. */
export type Notes = Pick<Preview, "quotes" | "hints">;

/** Each quote of the text with its source, what may be chosen, and gentle advice. */
export function QuoteNotes({
  notes,
  chosen,
  onChoose,
}: {
  notes: Notes;
  /** What is chosen now, by field; may be newer than the notes. */
  chosen: Record<string, string>;
  onChoose: (field: string, value: string) => void;
}) {
  const { quotes, hints } = notes;
  const long = quotes.length > LONG_LIST;
  return (
    <>
      {quotes.length > 0 && (
        <ol
          className={`notes-list ${long ? "notes-long" : ""}`}
          aria-label="Quotes in this text"
          // Who has no mouse must be able to scroll it, too.
          tabIndex={long ? 0 : undefined}
        >
          {quotes.map((note) => (
            <li key={note.key} className={`note ${note.depth > 0 ? "note-inside" : ""}`}>
              <NoteLine note={note} />
              {note.candidates.length > 0 && (
                <CandidateChoice note={note} chosen={chosen} onChoose={onChoose} />
              )}
            </li>
          ))}
        </ol>
      )}
      {hints.map((hint) => (
        <p key={hint} className="notes-hint">
          {hint}
        </p>
      ))}
    </>
  );
}

const LOOKS: Partial<Record<QuoteNote["status"], string>> = {
  ambiguous: "note-open",
  unverified: "note-missing",
  redacted: "note-missing",
};

function NoteLine({ note }: { note: QuoteNote }) {
  return (
    <p className="note-line">
      <span className="note-words">{note.words === "" ? "[hidden quote]" : note.words}</span>{" "}
      <span
        className={`note-where ${LOOKS[note.status] ?? "note-found"}`}
        title={STATUS_WORDS[note.status].explanation}
      >
        {whereFound(note)}
      </span>
    </p>
  );
}

/** The same in one sentence; its element stays, so that a change is read out, once typing pauses. */
export function NotesStatus({ notes }: { notes: Notes | null }) {
  return (
    <p role="status" className="sr-only">
      {notes === null ? "" : [notesSummary(notes.quotes), ...notes.hints].join(" ")}
    </p>
  );
}
