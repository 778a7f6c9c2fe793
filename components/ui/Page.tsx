import type { ReactNode } from "react";

/** The frame of a page of forms or prose: a heading and a column as wide as is good to read. */
export function Page({
  title,
  intro,
  children,
}: {
  title: string;
  intro?: ReactNode;
  children: ReactNode;
}) {
  return (
    <main id="main" className="mx-auto grid w-full grid-cols-1 max-w-2xl gap-6 px-4 py-8">
      <header className="grid gap-2">
        <h1 className="m-0 text-2xl font-semibold text-balance">{title}</h1>
        {intro && <div className="text-soft [&_a]:underline">{intro}</div>}
      </header>
      {children}
    </main>
  );
}
