import { ageOf } from "@/components/ui/elapsed";

/** How long ago something was, with the exact time in the title and for machines. */
export function Age({ date, now }: { date: Date; now: Date }) {
  const iso = date.toISOString();
  return (
    <time dateTime={iso} title={`${iso.slice(0, 16).replace("T", " ")} UTC`}>
      {ageOf(date, now)}
    </time>
  );
}
