-- An address counts once somebody who reads it has said so. Those that are here already have not.
ALTER TABLE "users" ADD COLUMN "email_confirmed_at" TIMESTAMPTZ(3);

-- People write their address now with capitals and now without.
CREATE INDEX "users_lower_email_idx" ON "users" (lower("email")) WHERE "email_confirmed_at" IS NOT NULL;

CREATE TYPE "mail_link_purpose" AS ENUM ('confirm', 'reset', 'sign_in');

CREATE TYPE "mail_rhythm" AS ENUM ('daily', 'weekly', 'never');

CREATE TABLE "mails" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "user_id" INTEGER NOT NULL,
    "recipient" TEXT NOT NULL,
    "about" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires" TIMESTAMPTZ(3),
    "claimed_until" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "dropped_at" TIMESTAMPTZ(3),
    "problem" TEXT,
    "subject" TEXT,
    "text" TEXT,
    "html" TEXT,

    CONSTRAINT "mails_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "mails_key_key" ON "mails"("key");
CREATE INDEX "mails_user_id_idx" ON "mails"("user_id");
CREATE INDEX "mails_created_at_idx" ON "mails"("created_at");

CREATE TABLE "mail_links" (
    "id" UUID NOT NULL,
    "purpose" "mail_link_purpose" NOT NULL,
    "user_id" INTEGER NOT NULL,
    "email" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_links_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "mail_links_token_hash_key" ON "mail_links"("token_hash");
CREATE INDEX "mail_links_user_id_idx" ON "mail_links"("user_id");
CREATE INDEX "mail_links_expires_idx" ON "mail_links"("expires");

CREATE TABLE "mail_wishes" (
    "user_id" INTEGER NOT NULL,
    "rhythm" "mail_rhythm" NOT NULL DEFAULT 'weekly',
    "digested_at" TIMESTAMPTZ(3),
    "digested_to" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "mail_wishes_pkey" PRIMARY KEY ("user_id")
);

ALTER TABLE "mails" ADD CONSTRAINT "mails_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "mail_links" ADD CONSTRAINT "mail_links_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "mail_wishes" ADD CONSTRAINT "mail_wishes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
