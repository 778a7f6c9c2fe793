import { query } from "@/lib/routes/query";

/** Mail, and what its links lead to. */
export const mailRoutes = {
  mailSettings: () => "/settings/mail",
  addressConfirmed: () => "/confirm-address?done=yes",
  confirmAddress: (token: string) => `/confirm-address${query({ token })}`,
  /** @param sent what was asked for is on its way, if there is where to send it */
  forgotPassword: (sent?: "yes") => `/forgot-password${query({ sent })}`,
  /** Where somebody with a new password signs in. */
  signInAfterReset: () => "/sign-in?done=reset",
  resetPassword: (token: string) => `/reset-password${query({ token })}`,
  /** Asks for a link that signs in. */
  signInByMail: (sent?: "yes") => `/sign-in/by-mail${query({ sent })}`,
  signInLink: (token: string) => `/sign-in/link${query({ token })}`,
  /** @param key of a mail, names whose and what to stop (lib/mail/unsubscribe-key.ts) */
  unsubscribe: (key: string, done?: "yes") => `/unsubscribe${query({ key, done })}`,
  /** Where a mail program stops it by one request; a person who follows it is asked first. */
  unsubscribeAtOnce: (key: string) => `/unsubscribe/at-once${query({ key })}`,
};
