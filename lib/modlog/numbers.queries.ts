import { db } from "@/lib/db/client";
import {
  beginningOf,
  type CountedRows,
  lastMonths,
  type MonthNumbers,
  monthNumbers,
} from "@/lib/modlog/numbers";

/**
 * What was reported, done, decided and objected to in each of the last months, for everybody to read.
 * Four queries, whatever happened.
 */
export async function readNumbers(now: Date): Promise<MonthNumbers[]> {
  const months = lastMonths(now);
  const since = beginningOf(months);
  const [reports, actions, cases, appeals] = await Promise.all([
    reportsSince(since),
    actionsSince(since),
    casesSince(since),
    appealsSince(since),
  ]);
  return monthNumbers(months, { reports, actions, cases, appeals });
}

function reportsSince(since: Date) {
  return db().$queryRaw<CountedRows["reports"]>`
    SELECT to_char(r.created_at AT TIME ZONE 'UTC', 'YYYY-MM') AS month,
           CASE WHEN r.kind = 'illegal' THEN 'Notice of illegal content'
                ELSE coalesce(rules.title, 'Another reason') END AS reason,
           count(*)::int AS count
      FROM reports r
      LEFT JOIN rules ON rules.id = r.rule_id
     WHERE r.created_at >= ${since}
     GROUP BY 1, 2`;
}

function actionsSince(since: Date) {
  return db().$queryRaw<CountedRows["actions"]>`
    SELECT to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM') AS month, kind::text AS kind,
           count(*)::int AS count
      FROM moderation_actions
     WHERE created_at >= ${since}
     GROUP BY 1, 2`;
}

function casesSince(since: Date) {
  return db().$queryRaw<CountedRows["cases"]>`
    SELECT to_char(decided_at AT TIME ZONE 'UTC', 'YYYY-MM') AS month, count(*)::int AS count,
           percentile_cont(0.5) WITHIN GROUP (
             ORDER BY extract(epoch FROM decided_at - opened_at))::float AS seconds
      FROM report_cases
     WHERE decided_at >= ${since}
     GROUP BY 1`;
}

function appealsSince(since: Date) {
  return db().$queryRaw<CountedRows["appeals"]>`
    SELECT to_char(decided_at AT TIME ZONE 'UTC', 'YYYY-MM') AS month, count(*)::int AS count,
           (count(*) FILTER (WHERE upheld))::int AS upheld
      FROM appeals
     WHERE decided_at >= ${since}
     GROUP BY 1`;
}
