import { CheckField } from "@/components/reports/CheckField";
import { Field } from "@/components/ui/Field";

type Name = "address" | "name" | "email" | "goodFaith";

/**
 * What Art. 16 of the Digital Services Act asks of a notice. It stands in every report form and is
 * shown where illegal content is chosen (`group/report`).
 */
export function IllegalContent({
  labels,
  values,
  errors,
}: {
  labels: Record<Name, string>;
  values: Record<string, string>;
  errors: Record<string, string>;
}) {
  return (
    <fieldset className="m-0 hidden gap-4 border-0 border-l-2 border-line p-0 pl-4 group-has-[[value=illegal]:checked]/report:grid">
      <legend className="sr-only">Notice of illegal content</legend>
      <Field
        label={labels.address}
        name="address"
        type="url"
        defaultValue={values.address}
        error={errors.address}
        hint="Of what is illegal; this post’s stands here already."
      />
      <CheckField
        name="abuse"
        label="It is about sexual abuse or sexual exploitation of children"
        hint="Then you need not say who you are."
        checked={values.abuse !== undefined}
      />
      <Field
        label={labels.name}
        name="name"
        autoComplete="name"
        defaultValue={values.name}
        error={errors.name}
      />
      <Field
        label={labels.email}
        name="email"
        type="email"
        autoComplete="email"
        defaultValue={values.email}
        error={errors.email}
        hint="Moderators alone see your name and e-mail, never the author."
      />
      <CheckField
        name="goodFaith"
        label="I believe in good faith that what I say here is accurate and complete."
        error={errors.goodFaith}
        checked={values.goodFaith !== undefined}
      />
    </fieldset>
  );
}
