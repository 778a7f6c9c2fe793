import type { ReactNode } from "react";

/** A part of a page of settings, under a heading of its own. */
export function Panel({
  title,
  intro,
  children,
}: {
  title: string;
  intro?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="grid gap-4 border-t border-line pt-6">
      <div className="grid gap-1">
        <h2 className="m-0 text-lg font-semibold">{title}</h2>
        {intro && <p className="m-0 text-soft">{intro}</p>}
      </div>
      {children}
    </section>
  );
}
