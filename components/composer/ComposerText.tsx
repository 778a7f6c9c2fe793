import { FieldFrame, inputClass } from "@/components/ui/Field";

/** The text area: it stays a text area, whatever is offered around it. */
export function ComposerText({
  initial,
  error,
  rows = 10,
  required = true,
  autoFocus = false,
}: {
  initial: string;
  error: string | undefined;
  rows: number | undefined;
  required: boolean | undefined;
  autoFocus: boolean | undefined;
}) {
  return (
    <FieldFrame
      label="Text"
      name="text"
      error={error}
      hint={
        <>
          Markdown. <code>&gt; words</code> quotes a passage; your answer goes under it.
        </>
      }
    >
      <textarea
        id="text"
        name="text"
        rows={rows}
        // biome-ignore lint/a11y/noAutofocus: the person has just asked to write here
        autoFocus={autoFocus}
        required={required}
        defaultValue={initial}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? "text-error text-hint" : "text-hint"}
        className={`${inputClass} composer-text`}
      />
    </FieldFrame>
  );
}
