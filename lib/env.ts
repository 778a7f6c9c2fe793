import { z } from "zod";

const flag = z.enum(["on", "off"]);

const environment = z.object({
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
