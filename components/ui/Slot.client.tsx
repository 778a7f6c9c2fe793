"use client";

import { memo } from "react";
import { SLOT } from "@/lib/http/slot";

const CONTENT = { __html: SLOT };

/**
 * Where the server puts the HTML of `fillSlot` (lib/http/response.ts). It has no properties, and the
 * browser keeps what it finds here: so the HTML is sent once, and costs no script anything. Pages
 * with a slot are reached by plain links, as all of the forum are; the router of Next.js would show
 * an empty place.
 */
export const Slot = memo(function Slot() {
  return <div suppressHydrationWarning dangerouslySetInnerHTML={CONTENT} />;
});
