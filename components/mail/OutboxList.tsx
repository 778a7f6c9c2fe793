import { stateInWords, subjectInWords } from "@/components/mail/mail-words";
import { Age } from "@/components/ui/Age";
import type { OutboxLine } from "@/lib/mail/view";
import { routes } from "@/lib/routes";

/** Mails with what became of them, the newest first. */
export function OutboxList({
  mails,
  local,
  now,
}: {
  mails: readonly OutboxLine[];
  /** Whether there is no mail server. */
  local: boolean;
  now: Date;
}) {
  return (
    <ol className="m-0 list-none p-0" aria-label="Mails">
      {mails.map((mail) => (
        <li key={mail.id} className="grid gap-0.5 border-b border-line py-3">
          <a href={routes.outboxMail(mail.id)} className="font-medium">
            {subjectInWords(mail)}
          </a>
          <div className="text-sm text-soft">
            to <bdi>{mail.username}</bdi> · <Age date={mail.createdAt} now={now} /> ·{" "}
            <span className={mail.state === "dropped" ? "text-danger" : undefined}>
              {stateInWords(mail, local)}
            </span>
          </div>
          {mail.problem !== null && (
            <p className="m-0 break-words text-sm text-soft">{mail.problem}</p>
          )}
        </li>
      ))}
    </ol>
  );
}
