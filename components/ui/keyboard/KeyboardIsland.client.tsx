"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { KeyList } from "@/components/ui/keyboard/KeyList";
import { verbOf } from "@/components/ui/keyboard/keys";
import { keysAreOffHere } from "@/components/ui/keyboard/off.client";
import { routes } from "@/lib/routes";

/** Where keys are typed, or mean something else. */
const TYPED_IN =
  "input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable]:not([contenteditable=false]), [role=textbox], [role=application]";

/**
 * Moves through posts by keys of one letter, for the whole page by one listener. They get in the way of
 * speech input, so they can be turned off (WCAG 2.1.4), and they never act while something is typed.
 *
 * @param on what a member chose; who is signed out chooses in the browser
 */
export function KeyboardIsland({ on, signedIn }: { on: boolean; signedIn: boolean }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [message, setMessage] = useState("");
  useEffect(() => {
    if (!on) return;
    const onKey = (event: KeyboardEvent) => {
      const verb = verbOf(event);
      if (verb === null || (!signedIn && keysAreOffHere())) return;
      if (event.target instanceof Element && event.target.closest(TYPED_IN)) return;
      // An open dialog has its own keys, and so have pages that say so.
      if (document.querySelector("dialog[open], [role=dialog], [data-own-keys]") !== null) return;
      event.preventDefault();
      if (verb === "list") return dialog.current?.showModal();
      // Most people never press one: what it does is fetched with the first.
      import("@/components/ui/keyboard/moves.client").then(
        ({ move }) => setMessage(move(verb) ?? ""),
        () => setMessage("The keys did not arrive: no connection."),
      );
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [on, signedIn]);
  return (
    <>
      <p role="status" className="sr-only">
        {message}
      </p>
      <dialog ref={dialog} aria-labelledby="keys-title" className="keys-dialog">
        <h2 id="keys-title">Keys</h2>
        <KeyList />
        <form method="dialog">
          <Button>Close</Button>
        </form>
        <p className="m-0 text-soft">
          They are silent while you type. <a href={routes.keyboard()}>Turn them off</a>
        </p>
      </dialog>
    </>
  );
}
