"use client";

import type { FormEvent } from "react";
import { useAccountSubmission } from "@/components/account/account-submission.client";
import { FormMessage } from "@/components/account/FormMessage.client";
import { turnOff } from "@/components/push/device.client";
import { Button } from "@/components/ui/Button";
import { removeDeviceAction } from "@/lib/push/actions";

/** A browser that is told, as its owner reads of it. */
export interface DeviceLine {
  id: number;
  browser: string;
  /** How long ago it was added, in words. */
  since: string;
  isThis: boolean;
}

/** The browsers that are told, each with a button that ends it: one form for all. */
export function DeviceList({ devices }: { devices: readonly DeviceLine[] }) {
  const { state, formAction, onSubmit, pending } = useAccountSubmission(removeDeviceAction);
  const own = devices.find(({ isThis }) => isThis);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent;
    if ((submitter as HTMLButtonElement | null)?.value === String(own?.id)) void turnOff();
    onSubmit(event);
  };
  return (
    <form action={formAction} onSubmit={submit} className="grid gap-3">
      <FormMessage state={state} labels={{}} />
      <ul className="m-0 grid max-w-md list-none gap-2 p-0">
        {devices.map(({ id, browser, since, isThis }) => (
          <li key={id} className="flex items-center justify-between gap-3">
            <span className="min-w-0">
              <span className="block font-medium">{browser}</span>
              <span className="text-sm text-soft">
                added {since}
                {isThis && <span className="text-accent"> · this device</span>}
              </span>
            </span>
            <Button name="device" value={id} disabled={pending}>
              {isThis ? "Turn off" : "Remove"}
              <span className="sr-only"> {browser}</span>
            </Button>
          </li>
        ))}
      </ul>
    </form>
  );
}
