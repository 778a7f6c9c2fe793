import type { Metadata } from "next";
import { KeptThreads } from "@/components/offline/KeptThreads.client";
import { Page } from "@/components/ui/Page";

export const metadata: Metadata = { title: "Kept for reading offline", robots: { index: false } };

/** The service worker shows it in the place of what it does not keep. */
export default function OfflinePage() {
  return (
    <Page
      title="Kept for reading offline"
      intro="The threads you read last can be read without a network, as they looked then. They are kept in this browser alone, until you sign out."
    >
      <KeptThreads />
    </Page>
  );
}
