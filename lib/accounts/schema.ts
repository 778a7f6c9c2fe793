import { z } from "zod";
import { EMAIL_LENGTH, normalEmail } from "@/lib/accounts/email";
import { lengthProblem } from "@/lib/accounts/password";
import { normalUsername, usernameProblem } from "@/lib/accounts/username";
import { idSchema } from "@/lib/schema";

const PLEASE_FILL_IN = "Please fill in this field.";

/** More than any form of ours sends; longer text is not worth looking at. */
const LONGEST_LINE = 1000;

const line = z.string({ error: PLEASE_FILL_IN }).max(LONGEST_LINE, "This is too long.");

const username = line.transform(normalUsername).superRefine((name, context) => {
  const problem = usernameProblem(name);
  if (problem !== null) context.addIssue({ code: "custom", message: problem });
});

/** An e-mail address, as it is kept. */
export const email = line
  .transform(normalEmail)
  .pipe(
    z
      .email("Please type an e-mail address, such as ada@example.org.")
      .max(EMAIL_LENGTH, "This address is too long."),
  );

/**
 * A new password, exactly as typed: a space in it is part of it. Only its length is judged here;
 * the command asks passwordProblem, which needs to know whose it is.
 */
export const newPassword = line.superRefine((password, context) => {
  const problem = lengthProblem(password);
  if (problem !== null) context.addIssue({ code: "custom", message: problem });
});

const next = z.string().max(2000).optional().catch(undefined);

export const signUpSchema = z.object({ username, email, password: newPassword, next });

export type SignUpInput = z.infer<typeof signUpSchema>;

/** The first admin's account, with the code of the link that the terminal showed. */
export const setUpSchema = z.object({
  username,
  email,
  password: newPassword,
  code: z.string().max(200).catch(""),
});

export type SetUpInput = z.infer<typeof setUpSchema>;

/** Any name and password: which of them are wrong is not for this form to say. */
export const signInSchema = z.object({
  username: line.trim().min(1, "Please type your username."),
  password: line.min(1, "Please type your password."),
  next,
});

export type SignInInput = z.infer<typeof signInSchema>;

/** The present password, typed to show who is there. */
export const passwordTyped = line.min(1, "Please type your current password.");

export const changePasswordSchema = z.object({
  currentPassword: passwordTyped,
  newPassword,
});

export type ChangePasswordInput = z.infer<typeof changePasswordSchema>;

/** A person to whom a role is given, named by whoever gives it. */
export const appointModeratorSchema = z.object({
  boardId: idSchema,
  username: line.trim().min(1, "Please type a username."),
});

export const dismissModeratorSchema = z.object({ boardId: idSchema, userId: idSchema });

export const appointAdminSchema = z.object({
  username: line.trim().min(1, "Please type a username."),
});

export const dismissAdminSchema = z.object({ userId: idSchema });
