const NAME = "rejoinder:keys";

/** Whether whoever is signed out in this browser has turned the keys off. */
export function keysAreOffHere(): boolean {
  try {
    return localStorage.getItem(NAME) === "off";
  } catch {
    return false;
  }
}

/** @returns whether the browser remembers it */
export function turnKeysHere(on: boolean): boolean {
  try {
    if (on) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, "off");
    return true;
  } catch {
    return false;
  }
}
