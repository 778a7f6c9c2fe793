import { buttonClass } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { Page } from "@/components/ui/Page";

/** Where a link of a mail leads that works no more, and how to get another one. */
export function LinkOver({ again }: { again: { href: string; label: string } }) {
  return (
    <Page title="This link does not work any more">
      <Notice look="bad">
        It was used already, a newer one took its place, or it is too old. It also has to be
        complete: some mail programs break long lines.
      </Notice>
      <p className="m-0">
        <a href={again.href} className={buttonClass()}>
          {again.label}
        </a>
      </p>
    </Page>
  );
}
