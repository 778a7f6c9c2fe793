import type { Mailed } from "@/lib/notices/settings";

/** What somebody can be told, as they choose it. */
export const NOTICE_KINDS: readonly { name: Mailed; label: string }[] = [
  { name: "reply", label: "Somebody answers me" },
  { name: "quote", label: "Somebody quotes me" },
  { name: "mention", label: "Somebody calls me by @name" },
  { name: "watch", label: "A new post in a thread I watch" },
  { name: "changed", label: "Words that I quoted were edited" },
  { name: "decision", label: "A moderator decided on something of mine, or answered me" },
];
