import type { ReactNode } from "react";

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <header>
          <a href="/">Rejoinder</a> <a href="/boards">Boards</a> <a href="/sign-in">Sign in</a>
        </header>
        {children}
      </body>
    </html>
  );
}
