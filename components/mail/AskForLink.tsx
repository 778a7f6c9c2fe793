import { ActionForm, type FormAction } from "@/components/account/ActionForm.client";
import { Notice } from "@/components/ui/Notice";
import { Page } from "@/components/ui/Page";

/** A page on which somebody who can't sign in asks for a mail with a link. */
export function AskForLink({
  title,
  intro,
  action,
  formKey,
  submit,
  sent,
  again,
}: {
  title: string;
  intro: string;
  action: FormAction;
  /** Made anew for each page shown: a form sent twice sends one mail. */
  formKey: string;
  submit: string;
  /** Whether it was just asked for. */
  sent: boolean;
  /** The same page as it is before. */
  again: string;
}) {
  if (sent) {
    return (
      <Page title="Look into your mailbox">
        <Notice look="good">
          If an account here has this address, and somebody has confirmed it, a mail with a link is
          on its way. It works for an hour.
        </Notice>
        <p className="m-0 text-soft">
          Nothing comes? Look among what your mail program takes for spam, or{" "}
          <a href={again} className="underline">
            ask once more
          </a>
          , perhaps with another address.
        </p>
      </Page>
    );
  }
  return (
    <Page title={title} intro={intro}>
      <ActionForm
        action={action}
        lines={[{ name: "email", label: "E-mail", type: "email", autoComplete: "email" }]}
        hidden={{ formKey }}
        submit={submit}
      />
    </Page>
  );
}
