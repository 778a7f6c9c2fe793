import { domainToASCII } from "node:url";

/** RFC 5321 §4.5.3.1.3: a path has 256 octets, its angle brackets included. */
export const EMAIL_LENGTH = 254;

/** An e-mail address as it is kept: its host in small letters and ASCII, its name as typed. */
export function normalEmail(typed: string): string {
  const text = typed.trim();
  const at = text.lastIndexOf("@");
  if (at === -1) return text;
  return `${text.slice(0, at)}@${domainToASCII(text.slice(at + 1))}`;
}
