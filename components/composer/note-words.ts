import { count } from "@/components/ui/count";
import type { QuoteNote } from "@/lib/posts/view";
import { STATUS_WORDS } from "@/lib/quotes/status";

/** Where a quote's words were found, in the few words that a list has room for. */
export function whereFound({ status, author, candidates, chosen }: QuoteNote): string {
  if (status === "redacted") return "hidden with the post it is from";
  if (status === "unverified") return "not found in this thread";
  if (status === "ambiguous") {
    const whose = author === null ? "in several posts" : `in several places of ${author}’s post`;
    return candidates.length > 0 ? `${whose}: which one?` : whose;
  }
  const where = author === null ? "found" : `${author}’s post`;
  if (status === "source edited") return `${where}, as it was before an edit`;
  return `${where}, ${STATUS_WORDS[status].label}${chosen === null ? "" : ", as you chose"}`;
}

/** All quotes of a text in one sentence, for who hears the page; it changes when something does. */
export function notesSummary(notes: readonly QuoteNote[]): string {
  if (notes.length === 0) return "";
  const having = (...statuses: QuoteNote["status"][]) =>
    notes.filter(({ status }) => statuses.includes(status)).length;
  const [open, missing, hidden] = [having("ambiguous"), having("unverified"), having("redacted")];
  const found = notes.length - open - missing - hidden;
  const parts = [
    found > 0 && `${found} found`,
    open > 0 && `${open} in several places`,
    missing > 0 && `${missing} not found`,
    hidden > 0 && `${hidden} hidden`,
  ];
  return `${count(notes.length, "quote")}: ${parts.filter(Boolean).join(", ")}.`;
}
