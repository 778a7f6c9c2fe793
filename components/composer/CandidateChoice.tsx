import type { QuoteNote } from "@/lib/posts/view";
import { CHOICE_FIELD, choiceValue, LEFT_OPEN } from "@/lib/quotes/choices";

const OPEN = choiceValue(LEFT_OPEN);

/** Asks which of several places a quote means: each with its author and the words around. */
export function CandidateChoice({
  note,
  chosen,
  onChoose,
}: {
  note: QuoteNote;
  chosen: Record<string, string>;
  onChoose: (field: string, value: string) => void;
}) {
  const field = CHOICE_FIELD + note.key;
  const possible = [...note.candidates.map(({ value }) => value), OPEN];
  const wanted = chosen[field] ?? note.chosen ?? OPEN;
  const current = possible.includes(wanted) ? wanted : OPEN;
  const control = (value: string) => ({
    type: "radio",
    name: field,
    value,
    checked: value === current,
    onChange: () => onChoose(field, value),
  });
  return (
    <fieldset className="choice">
      <legend>Which one do you mean?</legend>
      {note.candidates.map(({ value, author, prefix, words, suffix }) => (
        <label key={value}>
          <input {...control(value)} />
          <span>
            <b>{author}</b>{" "}
            <span className="choice-words">
              {prefix}
              <mark>{words}</mark>
              {suffix}
            </span>
          </span>
        </label>
      ))}
      <label>
        <input {...control(OPEN)} />
        <span>Leave it open</span>
      </label>
    </fieldset>
  );
}
