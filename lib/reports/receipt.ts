import { createHmac } from "node:crypto";

/** The token in a receipt's secret address, as HMAC-SHA-256 makes it in base64url. */
const TOKEN = /^[\w-]{43}$/;

/**
 * The token of the receipt of a report: made of the form that was sent, so that a form sent twice
 * leads to one receipt, and of the forum's secret, so that nobody else can make it.
 *
 * @param formKey made anew for each form shown
 */
export function receiptToken(formKey: string, postId: number, secret: string): string {
  return createHmac("sha256", secret).update(`report\n${postId}\n${formKey}`).digest("base64url");
}

/** Whether an address could be that of a receipt. */
export function isReceiptToken(text: string): boolean {
  return TOKEN.test(text);
}
