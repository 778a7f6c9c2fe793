import { z } from "zod";
import { keysProblem } from "@/lib/push/keys";

const flag = z.enum(["on", "off"]);

/** Addresses without a path, separated by spaces or commas. */
const origins = z.string().transform((text, context) =>
  text.split(/[\s,]+/).flatMap((each) => {
    if (each === "") return [];
    if (/^https?:/.test(each) && URL.canParse(each)) return [new URL(each).origin];
    context.addIssue({
      code: "custom",
      message: `“${each}” is not like https://push.example.org.`,
    });
    return [];
  }),
);

const settings = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  DATABASE_URL: z.string().min(1, "DATABASE_URL is not set: start the forum by `npm start`."),
  /** The launcher makes it once and keeps it: signs cookies, and hides what rate limits count. */
  AUTH_SECRET: z.string().default(""),
  /** Connections to PostgreSQL per process. */
  REJOINDER_DATABASE_POOL: z.coerce.number().int().min(1).max(500).default(10),
  /** `off` only for measuring and tests: everything may then be tried without end. */
  REJOINDER_RATE_LIMIT: flag.default("on"),
  /** `on` behind a reverse proxy that sets X-Forwarded-For and X-Forwarded-Proto. */
  REJOINDER_TRUST_PROXY: flag.default("off"),
  /** Where the forum is reached, such as https://forum.example.org: for the links in its mail. */
  REJOINDER_ORIGIN: z
    .url({
      protocol: /^https?$/,
      error: "REJOINDER_ORIGIN must be like https://forum.example.org.",
    })
    .transform((address) => new URL(address).origin)
    .or(z.literal(""))
    .default(""),
  /** Such as smtp://name:password@mail.example.org:587. Without it mail stays in the outbox. */
  SMTP_URL: z
    .string()
    .regex(
      /^(smtps?:\/\/\S+)?$/,
      "SMTP_URL must be like smtp://name:password@mail.example.org:587.",
    )
    .default(""),
  /** Whom mail is from: an address, or a name with an address in angle brackets. */
  MAIL_FROM: z.string().max(300).default(""),
  /** The forum's name, in the header and in page titles. */
  REJOINDER_NAME: z.string().min(1).max(60).default("Rejoinder"),
  /** Of Web Push (VAPID), made by `npm run push-keys`: without them nothing is pushed. */
  REJOINDER_PUSH_PUBLIC_KEY: z.string().default(""),
  REJOINDER_PUSH_PRIVATE_KEY: z.string().default(""),
  /** Where push services find who runs this, such as mailto:admin@example.org; else the forum itself. */
  REJOINDER_PUSH_CONTACT: z
    .string()
    .regex(
      /^((mailto:[^\s@]+@|https:\/\/)[^\s@]+)?$/,
      "REJOINDER_PUSH_CONTACT must be like mailto:admin@example.org, or an https address.",
    )
    .default(""),
  /** Push services beside those of known browsers, by their origins. */
  REJOINDER_PUSH_SERVICES: origins.default([]),
});

const environment = settings.superRefine((set, context) => {
  const message = keysProblem(set.REJOINDER_PUSH_PUBLIC_KEY, set.REJOINDER_PUSH_PRIVATE_KEY);
  if (message !== null)
    context.addIssue({ code: "custom", path: ["REJOINDER_PUSH_PRIVATE_KEY"], message });
});

export type Environment = z.infer<typeof environment>;

let parsed: Environment | undefined;

/** The environment, parsed at its first use. Throws a sentence that names what is wrong with it. */
export function env(): Environment {
  if (parsed === undefined) {
    const result = environment.safeParse(process.env);
    if (!result.success) {
      throw new Error(
        result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("\n"),
      );
    }
    parsed = result.data;
  }
  return parsed;
}
