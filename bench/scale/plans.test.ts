import { expect, test } from "vitest";
import { plansIn, shortened } from "@/bench/scale/plans";

const LOG = `2026-11-22 23:00:00.000 UTC [1] LOG:  checkpoint starting: time
2026-11-22 23:00:01.000 UTC [2] LOG:  duration: 0.050 ms  plan:
\t{
\t  "Query Text": "SELECT \\"public\\".\\"posts\\".\\"id\\", 1 FROM \\"public\\".\\"posts\\"\\n WHERE id IN ($1,$2) AND x = $3",
\t  "Plan": {
\t    "Node Type": "Nested Loop", "Actual Rows": 2.00, "Actual Loops": 1,
\t    "Shared Hit Blocks": 7, "Shared Read Blocks": 1,
\t    "Plans": [
\t      { "Node Type": "Seq Scan", "Relation Name": "posts", "Actual Rows": 1234.00, "Actual Loops": 1,
\t        "Rows Removed by Filter": 5, "Shared Hit Blocks": 6, "Shared Read Blocks": 0 },
\t      { "Node Type": "Seq Scan", "Relation Name": "boards", "Actual Rows": 3.5, "Actual Loops": 2,
\t        "Shared Hit Blocks": 2, "Shared Read Blocks": 0 },
\t      { "Node Type": "Index Scan", "Relation Name": "users", "Index Name": "users_pkey",
\t        "Actual Rows": 0.00, "Actual Loops": 0 }
\t    ]
\t  }
\t}
2026-11-22 23:00:02.000 UTC [2] LOG:  unexpected EOF
`;

test("a logged plan is read with the growing tables that it scans, and no others", () => {
  expect(plansIn(LOG)).toEqual([
    {
      statement: "SELECT … FROM posts WHERE id IN ($) AND x = $",
      lines: [
        "Nested Loop: 2 rows, 8 blocks",
        "  Seq Scan on posts: 1,234 rows, 5 left out, 6 blocks",
        "  Seq Scan on boards: 3.5 rows, 2 times, 2 blocks",
        "  Index Scan using users_pkey on users: never",
      ],
      blocks: 8,
      scanned: ["posts"],
    },
  ]);
});

test("a statement reads the same however long its lists are", () => {
  expect(shortened("SELECT a FROM t WHERE id IN ($1,$2,$3) OFFSET $4")).toBe(
    shortened('SELECT "public"."t"."b" FROM t WHERE id IN ($1) OFFSET $2'),
  );
});
