"use client";

import { useEffect, useState } from "react";
import { keysAreOffHere, turnKeysHere } from "@/components/ui/keyboard/off.client";

/** Turns the keys on or off in this browser, for who is signed out. */
export function KeysHere() {
  const [on, setOn] = useState<boolean | null>(null);
  useEffect(() => setOn(!keysAreOffHere()), []);
  // Without scripts there are no keys either.
  if (on === null) return <p className="m-0 text-soft">Without scripts the keys do nothing.</p>;
  return (
    <label className="flex items-baseline gap-2">
      <input
        type="checkbox"
        checked={on}
        onChange={({ target }) => {
          if (turnKeysHere(target.checked)) setOn(target.checked);
        }}
      />
      <span>Use keys in this browser</span>
    </label>
  );
}
