"use client";

import { useEffect, useRef } from "react";
import { Notice } from "@/components/ui/Notice";
import type { FormState } from "@/lib/form-state";

/**
 * What came of sending a form, above its fields: a failure takes the focus, so that a screen
 * reader starts there and the Tab key leads into the fields that it names.
 */
export function FormMessage({
  state,
  labels,
}: {
  state: FormState;
  labels: Record<string, string>;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.failure !== null) box.current?.focus();
  }, [state]);
  if (state.done !== null) return <Notice look="good">{state.done}</Notice>;
  if (state.failure === null) return null;
  const marked = Object.keys(state.failure.fields).filter((name) => name in labels);
  return (
    <div ref={box} tabIndex={-1}>
      <Notice look="bad">
        <p className="m-0">
          {state.failure.message}
          {state.failure.href !== null && (
            <>
              {" "}
              <a href={state.failure.href}>Read on here.</a>
            </>
          )}
        </p>
        {marked.length > 0 && (
          <ul className="m-0 flex list-none flex-wrap gap-x-4 p-0">
            {marked.map((name) => (
              <li key={name}>
                <a href={`#${name}`} className="underline">
                  {labels[name]}
                </a>
              </li>
            ))}
          </ul>
        )}
      </Notice>
    </div>
  );
}
