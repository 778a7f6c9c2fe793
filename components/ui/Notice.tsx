import type { ReactNode } from "react";

const LOOKS = {
  plain: "border-edge bg-wash",
  good: "border-accent bg-accent-wash",
  bad: "border-danger bg-danger-wash",
};

/** A message about the page or what was just done; a bad one is announced at once. */
export function Notice({
  look = "plain",
  children,
}: {
  look?: keyof typeof LOOKS;
  children: ReactNode;
}) {
  return (
    <div
      role={look === "bad" ? "alert" : "status"}
      className={`rounded-md border-l-4 px-4 py-3 ${LOOKS[look]}`}
    >
      {children}
    </div>
  );
}
