-- AlterTable
ALTER TABLE "quotes" ADD COLUMN     "answer_run" INTEGER;

-- Quote n stands behind run n of its revision. It is answered by the first run behind it that has
-- words; one without is as good as answered by that of the quote after it.
WITH written AS MATERIALIZED (
  SELECT r.id, array_agg((part.place - 1)::int ORDER BY part.place) AS runs
    FROM revisions r
   CROSS JOIN LATERAL unnest(r.html_parts) WITH ORDINALITY AS part(html, place)
   WHERE part.html <> ''
   GROUP BY r.id)
UPDATE "quotes" q SET "answer_run" = written.runs[width_bucket(q."ordinal", written.runs) + 1]
  FROM written WHERE written.id = q."revision_id" AND q."container_id" IS NULL;
