-- AlterTable
ALTER TABLE "quotes" ADD COLUMN     "changed_at" TIMESTAMPTZ(3),
ADD COLUMN     "chosen" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "identity" SERIAL NOT NULL,
ADD COLUMN     "now_end" INTEGER,
ADD COLUMN     "now_start" INTEGER,
ADD COLUMN     "ranges" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "settled_at" TIMESTAMPTZ(3);

-- Quotes from before: the whole passage was quoted.
UPDATE "quotes" SET "ranges" = ARRAY["start", "end"] WHERE "start" IS NOT NULL AND "end" IS NOT NULL;

-- CreateIndex
CREATE INDEX "quotes_identity_idx" ON "quotes"("identity");

-- CreateIndex
CREATE INDEX "quotes_changed_at_idx" ON "quotes"("changed_at");
