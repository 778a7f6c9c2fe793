import { stateInWords, subjectInWords } from "@/components/mail/mail-words";
import { Age } from "@/components/ui/Age";
import { Notice } from "@/components/ui/Notice";
import type { OutboxMail } from "@/lib/mail/view";
import { routes } from "@/lib/routes";

/** One mail as it was sent: its plain text, and its HTML where it can do nothing. */
export function OutboxMailPage({
  mail,
  local,
  origin,
  now,
}: {
  mail: OutboxMail;
  local: boolean;
  /** The forum's own: what leads there is a link. */
  origin: string;
  now: Date;
}) {
  return (
    <main id="main" className="mx-auto grid w-full max-w-3xl grid-cols-1 gap-6 px-4 py-8">
      <header className="grid gap-2">
        <p className="m-0">
          <a href={routes.outbox()}>Outbox</a>
        </p>
        <h1 className="m-0 text-2xl font-semibold text-balance">{subjectInWords(mail)}</h1>
        <p className="m-0 text-soft">
          to <bdi>{mail.username}</bdi>
          {mail.recipient !== null && <span className="break-all">, {mail.recipient}</span>} ·{" "}
          <Age date={mail.createdAt} now={now} /> · {stateInWords(mail, local)}
        </p>
      </header>
      {mail.problem !== null && <Notice look="bad">{mail.problem}</Notice>}
      {mail.text === null ? (
        <p className="m-0 text-soft">
          {mail.state === "sent"
            ? "Its words are not kept: it went to the mail server."
            : "It has no words yet: they are written when it is sent."}
        </p>
      ) : (
        <MailWords text={mail.text} html={mail.html ?? ""} origin={origin} />
      )}
    </main>
  );
}

function MailWords({ text, html, origin }: { text: string; html: string; origin: string }) {
  return (
    <>
      <section className="grid gap-2">
        <h2 className="m-0 text-lg font-semibold">Plain text</h2>
        <pre className="m-0 overflow-x-auto whitespace-pre-wrap break-words rounded-md border border-line bg-sheet p-4 text-sm">
          {linked(text, origin)}
        </pre>
      </section>
      <section className="grid gap-2">
        <h2 className="m-0 text-lg font-semibold">HTML</h2>
        <iframe
          title="The mail as HTML"
          // No scripts, no forms, no way out of it.
          sandbox=""
          srcDoc={html}
          className="h-96 w-full rounded-md border border-line bg-white"
        />
      </section>
    </>
  );
}

/** The text with the forum's own addresses as links; others stay words. */
function linked(text: string, origin: string) {
  return text.split("\n").map((line, index) => {
    const end = index === 0 ? "" : "\n";
    const own = origin !== "" && line.startsWith(`${origin}/`) && !/\s/.test(line);
    return own ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a mail never change their order
      <span key={index}>
        {end}
        <a href={line}>{line}</a>
      </span>
    ) : (
      end + line
    );
  });
}
