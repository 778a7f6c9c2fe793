import { z } from "zod";
import { email, newPassword, passwordTyped } from "@/lib/accounts/schema";
import { formKeySchema } from "@/lib/schema";

/** What a link in a mail holds; anything else is as good as one that is over. */
const token = z.string().max(200).catch("");

export const forgottenSchema = z.object({ email, formKey: formKeySchema });

export const resetPasswordSchema = z.object({ token, newPassword });

export const linkSchema = z.object({ token });

export const changeAddressSchema = z.object({
  email,
  currentPassword: passwordTyped,
  formKey: formKeySchema,
});

export const askAgainSchema = z.object({ email, formKey: formKeySchema });
