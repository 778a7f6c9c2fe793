import { SignInElsewhere } from "@/components/composer/ComposerMessages";
import type { PreviewTrouble } from "@/components/composer/live-preview.client";
import { type Notes, NotesStatus, QuoteNotes } from "@/components/composer/QuoteNotes";

/**
 * Under the text: what became of its quotes, while it is typed. It keeps what it last knew until it
 * knows better, so that nothing jumps.
 */
export function ComposerQuotes({
  title,
  notes,
  looking,
  trouble,
  chosen,
  onChoose,
}: {
  title: string;
  notes: Notes | null;
  looking: boolean;
  trouble: PreviewTrouble | null;
  chosen: Record<string, string>;
  onChoose: (field: string, value: string) => void;
}) {
  const known = notes !== null && (notes.quotes.length > 0 || notes.hints.length > 0);
  const shown = known || trouble !== null || (looking && notes === null);
  return (
    <section aria-label={shown ? title : undefined} className={shown ? "notes" : undefined}>
      <NotesStatus notes={trouble === null ? notes : null} />
      {shown && <h2 className="notes-title">{title}</h2>}
      {known && <QuoteNotes notes={notes} chosen={chosen} onChoose={onChoose} />}
      {!known && trouble === null && shown && (
        <p className="notes-looking">Looking for what you quote…</p>
      )}
      {trouble !== null && (
        <p className="notes-trouble" role="status">
          {trouble.message} {trouble.signedOut && <SignInElsewhere then="go on writing" />}
        </p>
      )}
      <Unseen chosen={chosen} notes={notes} />
    </section>
  );
}

/** Choices of quotes that the list does not show at the moment are sent and kept all the same. */
function Unseen({ chosen, notes }: { chosen: Record<string, string>; notes: Notes | null }) {
  const shown = new Set(
    notes?.quotes.filter(({ candidates }) => candidates.length > 0).map(({ key }) => key),
  );
  return Object.entries(chosen)
    .filter(([field]) => !shown.has(field.slice(field.indexOf(":") + 1)))
    .map(([field, value]) => <input key={field} type="hidden" name={field} value={value} />);
}
