import type { ReactNode } from "react";

/** Facts by name, one under the other; those that are not there are left out. */
export function Facts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="m-0 grid gap-x-6 sm:grid-cols-[10rem_1fr]">
      {facts.map(
        ([name, value]) =>
          value !== null &&
          value !== "" && (
            <div key={name} className="contents">
              <dt className="text-sm text-soft sm:pt-0.5">{name}</dt>
              <dd className="m-0 mb-2 whitespace-pre-line">{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
