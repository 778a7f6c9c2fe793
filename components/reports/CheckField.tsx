/** A checkbox with its sentence, and what is wrong with it. */
export function CheckField({
  name,
  label,
  hint,
  error,
  checked,
}: {
  name: string;
  label: string;
  hint?: string;
  error?: string | undefined;
  checked: boolean;
}) {
  return (
    <div className="grid gap-1">
      <label className="flex items-baseline gap-3">
        <input
          id={name}
          type="checkbox"
          name={name}
          value="yes"
          defaultChecked={checked}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${name}-error` : undefined}
        />
        <span>
          {label}
          {hint && <span className="block text-sm text-soft">{hint}</span>}
        </span>
      </label>
      {error && (
        <p id={`${name}-error`} className="m-0 text-sm text-danger">
          {error}
        </p>
      )}
    </div>
  );
}
