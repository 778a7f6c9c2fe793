import { FieldFrame, inputClass } from "@/components/ui/Field";

export interface Option {
  value: number | string;
  name: string;
}

/**
 * A choice of one from a list.
 *
 * @param none what stands for no choice, which is then the first one
 */
export function SelectField({
  label,
  name,
  options,
  none,
  chosen,
  error,
  hint,
}: {
  label: string;
  name: string;
  options: readonly Option[];
  none?: string;
  chosen: string;
  error?: string | undefined;
  hint?: string;
}) {
  const about = [error && `${name}-error`, hint && `${name}-hint`].filter(Boolean).join(" ");
  return (
    <FieldFrame label={label} name={name} error={error ?? ""} hint={hint}>
      <select
        // React leaves a select as it is when its default changes after it was sent.
        key={chosen}
        id={name}
        name={name}
        defaultValue={chosen}
        aria-invalid={error ? true : undefined}
        aria-describedby={about === "" ? undefined : about}
        className={inputClass}
      >
        {none !== undefined && <option value="">{none}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
