import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { SiteFooter } from "@/components/layout/SiteFooter";
import { SiteHeader } from "@/components/layout/SiteHeader";
import { OfflineIsland } from "@/components/offline/OfflineIsland.client";
import { RestrictionNotice } from "@/components/people/RestrictionNotice";
import { KeyboardIsland } from "@/components/ui/keyboard/KeyboardIsland.client";
import { currentSession, viewer } from "@/lib/auth";
import { env } from "@/lib/env";
import { ATOM } from "@/lib/feeds/atom";
import { originOf } from "@/lib/http/origin";
import { letGoWhenRendered } from "@/lib/http/rendering";
import { unreadNotices } from "@/lib/notices/queries";
import { countChangedQuotes } from "@/lib/quotes/changed.queries";
import { routes } from "@/lib/routes";
import { sans, serif } from "./fonts";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const name = env().REJOINDER_NAME;
  return {
    metadataBase: new URL(originOf(await headers())),
    alternates: { types: { [ATOM]: [{ url: routes.feed(), title: `${name}: new threads` }] } },
    title: { default: name, template: `%s · ${name}` },
    description: "Threaded debate where every quote knows its source.",
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fdfcf9" },
    { media: "(prefers-color-scheme: dark)", color: "#16171a" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  letGoWhenRendered();
  const [who, session] = [await viewer(), await currentSession()];
  const [changedQuotes, unread] = await Promise.all([countChangedQuotes(who), unreadNotices(who)]);
  return (
    <html lang="en" className={`${sans.variable} ${serif.variable}`}>
      <body data-reader={who.signedIn ? who.id : 0} className="flex min-h-dvh flex-col">
        <a
          href="#main"
          className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-sheet focus:p-3"
        >
          Skip to the text
        </a>
        <SiteHeader
          viewer={who}
          name={env().REJOINDER_NAME}
          changedQuotes={changedQuotes}
          unreadNotices={unread}
        />
        <RestrictionNotice viewer={who} />
        <div className="grow">{children}</div>
        <SiteFooter />
        <OfflineIsland />
        <KeyboardIsland on={session?.keys ?? true} signedIn={who.signedIn} />
      </body>
    </html>
  );
}
