-- AlterTable
ALTER TABLE "quotes" ADD COLUMN     "candidate_post_ids" INTEGER[];
