import { useEffect } from "react";

/**
 * Tells the page's looks, by an attribute of the body, that the tray lies over the end of the page, and
 * whether a text is being typed. `body:has(.tray)` would ask no script, but with a `:has()` that high up
 * a browser looks at every post again whenever anything in the page changes.
 */
export function useDocked(shown: boolean): void {
  useEffect(() => {
    if (!shown) return;
    const { dataset } = document.body;
    const tell = () => {
      dataset.tray = document.activeElement?.matches(".composer-text") ? "typing" : "shown";
    };
    tell();
    document.addEventListener("focusin", tell);
    document.addEventListener("focusout", tell);
    return () => {
      document.removeEventListener("focusin", tell);
      document.removeEventListener("focusout", tell);
      delete dataset.tray;
    };
  }, [shown]);
}
