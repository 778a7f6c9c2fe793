import type { Choices, ChosenPlace } from "@/lib/resolver/settle";

/** What the field of a choice is called: this, and the key of its quote (key.ts). */
export const CHOICE_FIELD = "source-of:";

/** Chosen to leave open which place is meant: no post has such a place, so none is found there. */
export const LEFT_OPEN: ChosenPlace = { postId: 0, start: 0, end: 0 };

/** A chosen place as a form sends it. */
export function choiceValue({ postId, start, end }: ChosenPlace): string {
  return `${postId}-${start}-${end}`;
}

/** The place that a form's value names, or null where it names none. */
export function parseChoice(value: string): ChosenPlace | null {
  const [, postId, start, end] = /^(\d{1,10})-(\d{1,9})-(\d{1,9})$/.exec(value) ?? [];
  if (postId === undefined) return null;
  return { postId: Number(postId), start: Number(start), end: Number(end) };
}

/** Whether a form chooses otherwise than it was chosen before, for any quote that there was. */
export function chooseAnew(choices: Choices, before: Choices): boolean {
  return [...before].some(([key, place]) => {
    const chosen = choices.get(key);
    return chosen !== undefined && choiceValue(chosen) !== choiceValue(place);
  });
}
