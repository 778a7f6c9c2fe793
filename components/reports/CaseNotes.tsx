import { WordsForm } from "@/components/reports/WordsForm.client";
import { Age } from "@/components/ui/Age";
import { noteCaseAction } from "@/lib/reports/actions";
import type { NoteView } from "@/lib/reports/view";

/** What moderators told one another about a case, and a form to add to it. */
export function CaseNotes({
  caseId,
  notes,
  now,
}: {
  caseId: number;
  notes: readonly NoteView[];
  now: Date;
}) {
  return (
    <>
      <ol className="m-0 grid list-none gap-3 p-0">
        {notes.map((note) => (
          <li key={note.id}>
            <p className="m-0 whitespace-pre-line">{note.text}</p>
            <p className="facts m-0">
              <span>{note.author}</span>
              <Age date={note.createdAt} now={now} />
            </p>
          </li>
        ))}
      </ol>
      <WordsForm
        // Empty again once the note stands above.
        key={notes.length}
        action={noteCaseAction}
        hidden={{ case: caseId }}
        name="text"
        label="Note"
        hint="Only moderators who may decide this read it."
        rows={2}
        buttons={[{ label: "Add note" }]}
      />
    </>
  );
}
