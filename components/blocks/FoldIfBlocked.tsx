import type { ReactNode } from "react";

/** Folds what somebody wrote whom the viewer blocked: there for whoever opens it all the same. */
export function FoldIfBlocked({
  blocked,
  what,
  children,
}: {
  blocked: boolean;
  what: "A post by" | "A quote of" | "An answer by";
  children: ReactNode;
}) {
  if (!blocked) return children;
  return (
    <details className="blocked">
      <summary data-aside>{what} somebody you blocked</summary>
      {children}
    </details>
  );
}
