import { NOTE_CLASS } from "@/lib/offline/note";

/** The browser may think that it is online while the forum can't be reached (milliseconds). */
const ASKED_EVERY = 10_000;

/**
 * Where a page is shown as it was kept, loads it anew as soon as the forum answers. Whoever is writing
 * is told instead, for the page would be taken from under their hands.
 */
export function returnWhenOnline(): void {
  const note = document.querySelector(`.${NOTE_CLASS} p`);
  if (note === null) return;
  const ask = async () => {
    const answer = await fetch("/healthz", { cache: "no-store" }).catch(() => null);
    if (!answer?.ok) return;
    stop();
    if (!isWriting()) return window.location.reload();
    const link = document.createElement("a");
    link.href = window.location.href;
    link.textContent = "Load it as it is now";
    link.addEventListener("click", (event) => {
      event.preventDefault();
      window.location.reload();
    });
    note.replaceChildren("The network is back: this page is as it was kept. ", link, ".");
  };
  const timer = setInterval(ask, ASKED_EVERY);
  const stop = () => {
    clearInterval(timer);
    window.removeEventListener("online", ask);
  };
  window.addEventListener("online", ask);
}

function isWriting(): boolean {
  return [...document.querySelectorAll("textarea")].some(({ value }) => value !== "");
}
