import { ActionForm } from "@/components/account/ActionForm.client";
import { Notice } from "@/components/ui/Notice";
import { askAgainAction } from "@/lib/accounts/mail.actions";
import type { AddressView } from "@/lib/accounts/mail-links.queries";

/** A member's address: whether it is confirmed, and what waits to be. */
export function AddressState({ address, formKey }: { address: AddressView; formKey: string }) {
  const { email, confirmed, waiting } = address;
  const asked = waiting ?? (confirmed ? null : email);
  return (
    <div className="grid gap-4">
      {email === null ? (
        <p className="m-0 text-soft">There is none.</p>
      ) : (
        <p className="m-0">
          <span className="break-all font-medium">{email}</span>{" "}
          <span className="text-soft">{confirmed ? "· confirmed" : "· not confirmed yet"}</span>
        </p>
      )}
      {asked !== null && (
        <>
          <Notice>
            {waiting === null ? (
              "A mail asked whether this address is yours. Until you say so by the link in it, nothing else is sent there, and it can’t help you if you forget your password."
            ) : (
              <>
                <span className="break-all font-medium">{waiting}</span> takes its place as soon as
                you confirm it by the link in the mail that was sent there.
              </>
            )}
          </Notice>
          <ActionForm
            action={askAgainAction}
            lines={[]}
            hidden={{ email: asked, formKey }}
            submit="Send the mail again"
            look="plain"
          />
        </>
      )}
    </div>
  );
}
