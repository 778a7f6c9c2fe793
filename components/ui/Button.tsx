import type { ButtonHTMLAttributes } from "react";

type Look = "primary" | "plain" | "danger";

const LOOKS: Record<Look, string> = {
  primary: "bg-accent text-accent-ink border-accent hover:brightness-110",
  plain: "bg-sheet text-ink border-edge hover:bg-wash",
  danger: "bg-danger-wash text-danger border-danger hover:brightness-95",
};

const SHAPE =
  "inline-flex min-h-10 items-center justify-center gap-2 rounded-md border px-4 py-1.5 font-medium wrap-normal no-underline hover:no-underline";

/** The classes of a button, for a link that looks like one. */
export function buttonClass(look: Look = "plain"): string {
  return `${SHAPE} ${LOOKS[look]}`;
}

/** A button; it submits its form unless told otherwise. */
export function Button({
  look = "plain",
  className = "",
  type = "submit",
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { look?: Look }) {
  return <button type={type} className={`${buttonClass(look)} ${className}`} {...rest} />;
}
