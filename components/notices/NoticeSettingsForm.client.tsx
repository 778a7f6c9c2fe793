"use client";

import { useAccountSubmission } from "@/components/account/account-submission.client";
import { FormMessage } from "@/components/account/FormMessage.client";
import { NOTICE_KINDS } from "@/components/notices/notice-kinds";
import { Button } from "@/components/ui/Button";
import { FieldFrame, inputClass } from "@/components/ui/Field";
import { noticeSettingsAction } from "@/lib/notices/actions";
import type { MailPace, NoticeSettings } from "@/lib/notices/settings";

const WATCHED = [
  { name: "watchOpened", label: "Watch threads that I open" },
  { name: "watchAnswered", label: "Watch threads that I write in" },
] as const;

const PACES: readonly { value: MailPace; name: string }[] = [
  { value: "at_once", name: "At once" },
  { value: "digest", name: "In the digest" },
  { value: "never", name: "Not by mail" },
];

const LABELS = Object.fromEntries(NOTICE_KINDS.map(({ name, label }) => [name, label]));

/** What somebody wants to be told, and how soon by mail. */
export function NoticeSettingsForm({ settings }: { settings: NoticeSettings }) {
  const { state, formAction, onSubmit, pending } = useAccountSubmission(noticeSettingsAction);
  const { failure, values } = state;
  // After a refusal, what was chosen; unchecked boxes are not sent.
  const checked = (name: "watchOpened" | "watchAnswered") =>
    failure === null ? settings[name] : values[name] === "yes";
  return (
    <form action={formAction} onSubmit={onSubmit} className="grid gap-8">
      <FormMessage state={state} labels={LABELS} />
      <fieldset className="m-0 grid gap-3 border-0 p-0">
        <legend className="mb-3 p-0 text-lg font-semibold">Watching by itself</legend>
        <p className="m-0 text-soft">
          You are told of every new post in a thread that you watch. Each thread’s own choice goes
          before these.
        </p>
        {WATCHED.map(({ name, label }) => (
          <label key={name} className="flex items-baseline gap-3">
            <input type="checkbox" name={name} value="yes" defaultChecked={checked(name)} />
            {label}
          </label>
        ))}
      </fieldset>
      <fieldset className="m-0 grid gap-4 border-0 p-0">
        <legend className="mb-3 p-0 text-lg font-semibold">By mail</legend>
        <p className="m-0 text-soft">
          Here, all of these are always told. What you have read already is not mailed.
        </p>
        {NOTICE_KINDS.map(({ name, label }) => {
          const chosen = values[name] ?? settings.mail[name];
          const error = failure?.fields[name];
          return (
            <FieldFrame key={name} label={label} name={name} error={error ?? ""}>
              <select
                // React leaves a select as it is when its default changes after it was sent.
                key={chosen}
                id={name}
                name={name}
                defaultValue={chosen}
                aria-invalid={error ? true : undefined}
                aria-describedby={error ? `${name}-error` : undefined}
                className={`${inputClass} max-w-60`}
              >
                {PACES.map((pace) => (
                  <option key={pace.value} value={pace.value}>
                    {pace.name}
                  </option>
                ))}
              </select>
            </FieldFrame>
          );
        })}
      </fieldset>
      <div>
        <Button look="primary" disabled={pending}>
          Save
        </Button>
      </div>
    </form>
  );
}
