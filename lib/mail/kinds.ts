/** What mails there are, by their cause. */
export const MAIL_KINDS = [
  /** Asks whoever reads an address whether the account is theirs. */
  "confirm",
  /** Tells the former address that another one has taken its place. */
  "address-changed",
  /** Leads to a new password. */
  "reset",
  "password-changed",
  /** Leads in without a password. */
  "sign-in",
  /** One event that is new for a member, as soon as it is. */
  "notice",
  /** All that is new for a member since the last one. */
  "digest",
] as const;

export type MailKind = (typeof MAIL_KINDS)[number];

/** What a mail is about: ids, never words. */
export interface MailAbout {
  /** Of lib/accounts' link in it. */
  link?: string;
  notice?: number;
  /** Of a digest: the newest notice of the one before, and the newest that there was. */
  after?: number;
  upTo?: number;
}
