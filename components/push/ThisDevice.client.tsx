"use client";

import { useEffect, useState } from "react";
import {
  type BrowserState,
  REFUSED,
  stateOfBrowser,
  turnOn,
} from "@/components/push/device.client";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { routes } from "@/lib/routes";

/**
 * Turns push notifications on for this browser; off again they are turned in the list of devices.
 *
 * @param told whether the forum tells this browser already
 */
export function ThisDevice({ forumKey, told }: { forumKey: string; told: boolean }) {
  const [browser, setBrowser] = useState<BrowserState | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    stateOfBrowser(forumKey).then(setBrowser, () => setBrowser("unable"));
  }, [forumKey]);
  // Until scripts have looked; without them it stays.
  if (browser === null)
    return <p className="m-0 text-soft">To turn them on for this device takes scripts.</p>;
  if (browser === "unable") return <p className="m-0">{UNABLE}</p>;
  if (browser === "refused") return <p className="m-0">{REFUSED}</p>;
  if (told && browser === "ready") return <p className="m-0">This device is told.</p>;
  const ask = async () => {
    setAsking(true);
    setProblem(null);
    const wrong = await turnOn(forumKey).catch((error: Error) => error.message);
    if (wrong === null) return window.location.assign(routes.noticeSettings("done"));
    setProblem(wrong);
    setAsking(false);
  };
  return (
    <div className="grid gap-4">
      {problem !== null && <Notice look="bad">{problem}</Notice>}
      {told && <p className="m-0">{LOST}</p>}
      <div>
        <Button type="button" look="primary" disabled={asking} onClick={ask}>
          {told ? "Turn on again" : "Turn on for this device"}
        </Button>
      </div>
    </div>
  );
}

const UNABLE =
  "This browser takes no push notifications here. On an iPhone or iPad, add the forum to the Home Screen and open it from there; elsewhere it takes HTTPS, and no private window.";

const LOST = "This browser has forgotten that it is told: it shows nothing at present.";
