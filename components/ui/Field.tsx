import type { InputHTMLAttributes, ReactNode, TextareaHTMLAttributes } from "react";

interface Labelled {
  /** The visible label, which is also the accessible name. */
  label: string;
  name: string;
  /** What is wrong with the value, shown under it and read out with it. */
  error?: string;
  hint?: ReactNode;
}

export const inputClass =
  "w-full rounded-md border border-edge bg-sheet px-3 py-2 text-base text-ink aria-invalid:border-danger";

function describedBy({ name, error, hint }: Labelled): string | undefined {
  const ids = [error && `${name}-error`, hint && `${name}-hint`].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

/** Label, hint and error around one control whose id is the field's name. */
export function FieldFrame({
  label,
  name,
  error,
  hint,
  children,
}: Labelled & { children: ReactNode }) {
  return (
    <div className="grid gap-1">
      <label htmlFor={name} className="font-medium">
        {label}
      </label>
      {children}
      {error && (
        <p id={`${name}-error`} className="m-0 text-sm text-danger">
          {error}
        </p>
      )}
      {hint && (
        <div id={`${name}-hint`} className="text-sm text-soft">
          {hint}
        </div>
      )}
    </div>
  );
}

/** A one-line field. */
export function Field({
  label,
  name,
  error,
  hint,
  ...rest
}: Labelled & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <FieldFrame label={label} name={name} error={error} hint={hint}>
      <input
        id={name}
        name={name}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy({ label, name, error, hint })}
        className={inputClass}
        {...rest}
      />
    </FieldFrame>
  );
}

/** A field of several lines. */
export function TextField({
  label,
  name,
  error,
  hint,
  className = "",
  ...rest
}: Labelled & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return (
    <FieldFrame label={label} name={name} error={error} hint={hint}>
      <textarea
        id={name}
        name={name}
        rows={4}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy({ label, name, error, hint })}
        className={`${inputClass} ${className}`}
        {...rest}
      />
    </FieldFrame>
  );
}
