import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Receipt } from "@/components/reports/Receipt";
import { Page } from "@/components/ui/Page";
import { viewer } from "@/lib/auth";
import { readReceipt } from "@/lib/reports/queries";
import { isReceiptToken } from "@/lib/reports/receipt";
import { routes } from "@/lib/routes";
import { parseId } from "@/lib/schema";

// Whoever has the address of a receipt may read it: so it is told to nobody. "no-referrer" would also
// make browsers hide from the forum itself where a form of this page (sign out) came from.
export const metadata: Metadata = {
  title: "Your report",
  robots: { index: false, follow: false },
  referrer: "same-origin",
};

export default async function ReceiptPage({ params }: { params: Promise<{ receipt: string }> }) {
  const { receipt: tokenOrId } = await params;
  const secret = isReceiptToken(tokenOrId);
  const who = await viewer();
  const now = new Date();
  const receipt = await readReceipt(who, tokenOrId, now);
  if (receipt === null) {
    const membersOwn = parseId(tokenOrId) !== null && !who.signedIn;
    if (membersOwn) redirect(routes.signIn(routes.receipt(tokenOrId)));
    notFound();
  }
  return (
    <Page
      title="Your report"
      intro={
        secret
          ? "Keep the address of this page: it is the only way to see what becomes of your report. Whoever has it can read this."
          : undefined
      }
    >
      <Receipt receipt={receipt} now={now} />
      <p>
        {secret ? (
          <a href={routes.front()}>Go to the front page</a>
        ) : (
          <a href={routes.ownReports()}>All your reports</a>
        )}
      </p>
    </Page>
  );
}
