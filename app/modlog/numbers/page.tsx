import type { Metadata } from "next";
import { NumbersPage } from "@/components/modlog/NumbersPage";
import { readNumbers } from "@/lib/modlog/numbers.queries";

export const metadata: Metadata = { title: "Moderation in numbers" };

/** How much is reported and decided, for everybody to read. */
export default async function ModerationNumbersPage() {
  return <NumbersPage months={await readNumbers(new Date())} />;
}
