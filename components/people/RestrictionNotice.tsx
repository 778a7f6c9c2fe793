import { restrictionInWords } from "@/lib/policy/standing";
import type { Viewer } from "@/lib/policy/viewer";
import { routes } from "@/lib/routes";

/** At the head of every page of somebody suspended: that they are, until when, and why. */
export function RestrictionNotice({ viewer }: { viewer: Viewer }) {
  if (!viewer.signedIn || !viewer.restricted) return null;
  const { statementId } = viewer.restricted;
  return (
    <aside aria-label="Your account" className="border-b border-danger bg-danger-wash">
      <p className="mx-auto my-0 max-w-5xl px-4 py-2 text-[0.9375rem]">
        {restrictionInWords(viewer.restricted)}{" "}
        {statementId !== null && (
          <a href={routes.statementOf(statementId)}>What it is about, and how to object</a>
        )}
      </p>
    </aside>
  );
}
