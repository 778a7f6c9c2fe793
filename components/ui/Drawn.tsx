import type { ReactNode } from "react";
import { markup } from "@/components/ui/markup";
import { Slot } from "@/components/ui/Slot.client";
import { fillSlot } from "@/lib/http/response";

/**
 * What stands in it is drawn as plain HTML for the page's slot, past React (docs/decisions/0010): for
 * long lists without state. One to a page, on pages of which server/pages.ts knows that they have a slot.
 *
 * @param keepFor as lib/http/response.ts has it
 */
export function Drawn({ keepFor, children }: { keepFor?: number; children: ReactNode }) {
  fillSlot(Buffer.from(markup(children)), { keepFor });
  return <Slot />;
}
