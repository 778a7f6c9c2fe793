import type { FormLine } from "@/components/account/ActionForm.client";

/** The lines of every form that makes an account. */
export const ACCOUNT_LINES: readonly FormLine[] = [
  {
    name: "username",
    label: "Username",
    autoComplete: "username",
    hint: "2 to 30 letters and digits, in any one script; _ and - inside. Everybody sees it.",
  },
  {
    name: "email",
    label: "E-mail",
    type: "email",
    autoComplete: "email",
    hint: "Nobody else sees it. A mail asks you to confirm it; you can begin before.",
  },
  {
    name: "password",
    label: "Password",
    type: "password",
    autoComplete: "new-password",
    hint: "At least 8 characters. A few words in a row are good and easy to keep in mind.",
  },
];
