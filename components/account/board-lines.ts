import type { FormLine } from "@/components/account/ActionForm.client";

/** The lines of the form for a board, with what it says now. */
export function boardLines(board: {
  name: string;
  slug: string;
  description: string;
  position: number;
}): readonly FormLine[] {
  return [
    { name: "name", label: "Name", initial: board.name, autoComplete: "off" },
    {
      name: "slug",
      label: "Address",
      initial: board.slug,
      autoComplete: "off",
      hint: "The last part of its address, such as “programming”. Links to an old one break.",
    },
    {
      name: "description",
      label: "Description",
      initial: board.description,
      autoComplete: "off",
      optional: true,
      hint: "One line that says what belongs here.",
    },
    {
      name: "position",
      label: "Position",
      type: "number",
      initial: String(board.position),
      hint: "Boards are listed from the smallest number to the largest.",
    },
  ];
}
