import { count } from "@/components/ui/count";
import { Field } from "@/components/ui/Field";
import { SUSPENSION_DAYS, UNTIL_DATE } from "@/lib/sanctions/suspension";

const USUAL = "7";

/** Asks how long a suspension is to last: some days, or until a date. */
export function LengthFields({
  values,
  errors,
}: {
  values: Record<string, string>;
  errors: Record<string, string>;
}) {
  const chosen = values.length ?? USUAL;
  const choices = [...SUSPENSION_DAYS.map(String), UNTIL_DATE];
  return (
    <fieldset
      className="m-0 grid gap-3 border-0 p-0"
      id="length"
      aria-describedby={errors.length ? "length-error" : undefined}
    >
      <legend className="mb-1 p-0 font-medium">How long</legend>
      <div className="flex flex-wrap gap-x-5">
        {choices.map((choice) => (
          <label key={`${choice} ${chosen}`} className="inline-flex min-h-8 items-center gap-2">
            <input type="radio" name="length" value={choice} defaultChecked={choice === chosen} />
            {choice === UNTIL_DATE ? "Until a date" : count(Number(choice), "day")}
          </label>
        ))}
      </div>
      {errors.length && (
        <p id="length-error" className="m-0 text-sm text-danger">
          {errors.length}
        </p>
      )}
      <Field
        label="Date"
        name="date"
        type="date"
        defaultValue={values.date}
        error={errors.date}
        hint="Only for “Until a date”: the last day of it, by UTC."
      />
    </fieldset>
  );
}
