export interface Choice {
  value: string;
  name: string;
  /** What it means. */
  hint: string;
}

/** A choice of one from a few, all of which are seen. */
export function RadioList({
  legend,
  name,
  choices,
  chosen,
  error,
}: {
  legend: string;
  name: string;
  choices: readonly Choice[];
  chosen: string;
  error: string | undefined;
}) {
  return (
    <fieldset
      // React leaves it as it is when its default changes after it was sent.
      key={chosen}
      aria-describedby={error === undefined ? undefined : `${name}-error`}
      className="m-0 grid gap-3 border-0 p-0"
    >
      <legend className="mb-3 p-0 font-medium">{legend}</legend>
      {choices.map((choice, index) => (
        <label key={choice.value} className="flex items-baseline gap-3">
          <input
            // Messages about the field lead to the first of them.
            id={index === 0 ? name : undefined}
            type="radio"
            name={name}
            value={choice.value}
            defaultChecked={choice.value === chosen}
          />
          <span>
            {choice.name}
            <span className="block text-sm text-soft">{choice.hint}</span>
          </span>
        </label>
      ))}
      {error !== undefined && (
        <p id={`${name}-error`} className="m-0 text-sm text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}
