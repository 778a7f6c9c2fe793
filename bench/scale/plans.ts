// Plans as PostgreSQL's auto_explain logs them, made short.
import { z } from "zod";

/** Tables that grow with use; a page that reads one of them from end to end gets slower with each post. */
export const GROWING = [
  ...["posts", "threads", "revisions", "quotes", "votes", "users", "sessions", "rate_limits"],
  ...["moderation_actions", "page_versions", "search_posts", "search_texts", "related_threads"],
];

interface PlanNode {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Actual Rows"?: number;
  "Actual Loops"?: number;
  "Rows Removed by Filter"?: number;
  "Rows Removed by Join Filter"?: number;
  "Shared Hit Blocks"?: number;
  "Shared Read Blocks"?: number;
  Plans?: PlanNode[];
}

const planNode: z.ZodType<PlanNode> = z.lazy(() =>
  z.object({
    "Node Type": z.string(),
    "Relation Name": z.string().optional(),
    "Index Name": z.string().optional(),
    "Actual Rows": z.number().optional(),
    "Actual Loops": z.number().optional(),
    "Rows Removed by Filter": z.number().optional(),
    "Rows Removed by Join Filter": z.number().optional(),
    "Shared Hit Blocks": z.number().optional(),
    "Shared Read Blocks": z.number().optional(),
    Plans: z.array(planNode).optional(),
  }),
);

const logged = z.object({ "Query Text": z.string(), Plan: planNode });

export interface Plan {
  /** The statement, shortened; the same for all lengths of its lists. */
  statement: string;
  /** A line for each node, indented as the nodes are nested. */
  lines: string[];
  /** Pages of 8 KB that were looked at. */
  blocks: number;
  /** Growing tables that were read from end to end. */
  scanned: string[];
}

/** The plans in a piece of the log of a PostgreSQL with auto_explain.log_format = json. */
export function plansIn(log: string): Plan[] {
  // Lines of a message after its first begin with a tab.
  const messages = log.matchAll(/ LOG: {2}duration: [\d.]+ ms {2}plan:\n((?:\t.*(?:\n|$))+)/g);
  return [...messages].map(([, json = ""]) => {
    const { "Query Text": query, Plan: plan } = logged.parse(JSON.parse(json));
    return {
      statement: shortened(query),
      lines: linesOf(plan),
      blocks: (plan["Shared Hit Blocks"] ?? 0) + (plan["Shared Read Blocks"] ?? 0),
      scanned: [...new Set(scannedIn(plan))],
    };
  });
}

const LONGEST = 400;

/** A statement without what does not change its plan. */
export function shortened(query: string): string {
  const short = query
    .replace(/--.*$/gm, "")
    .replace(/\/\*.*?\*\//g, "")
    .replaceAll('"public".', "")
    .replaceAll('"', "")
    .replace(/\s+/g, " ")
    .replace(/\(\s*\$\d+(?:\s*,\s*\$\d+)*\s*\)/g, "($)")
    .replace(/(\(\$\))(?:\s*,\s*\(\$\))+/g, "$1")
    .replace(/\$\d+/g, "$")
    .replace(/^SELECT (?:(?!SELECT ).)*? FROM /, "SELECT … FROM ")
    .trim();
  return short.length > LONGEST ? `${short.slice(0, LONGEST)} …` : short;
}

function linesOf(node: PlanNode, depth = 0): string[] {
  const inside = (node.Plans ?? []).flatMap((each) => linesOf(each, depth + 1));
  return [`${"  ".repeat(depth)}${lineOf(node)}`, ...inside];
}

function lineOf(node: PlanNode): string {
  const index = node["Index Name"] === undefined ? "" : ` using ${node["Index Name"]}`;
  const table = node["Relation Name"] === undefined ? "" : ` on ${node["Relation Name"]}`;
  const loops = node["Actual Loops"] ?? 0;
  if (loops === 0) return `${node["Node Type"]}${index}${table}: never`;
  const removed =
    (node["Rows Removed by Filter"] ?? 0) + (node["Rows Removed by Join Filter"] ?? 0);
  const facts = [
    `${count(node["Actual Rows"] ?? 0)} rows`,
    ...(loops > 1 ? [`${count(loops)} times`] : []),
    ...(removed > 0 ? [`${count(removed)} left out`] : []),
    `${count((node["Shared Hit Blocks"] ?? 0) + (node["Shared Read Blocks"] ?? 0))} blocks`,
  ];
  return `${node["Node Type"]}${index}${table}: ${facts.join(", ")}`;
}

const count = (value: number) => Number(value.toFixed(1)).toLocaleString("en");

function scannedIn(node: PlanNode): string[] {
  const inside = (node.Plans ?? []).flatMap(scannedIn);
  const table = node["Relation Name"];
  const isScan = node["Node Type"] === "Seq Scan" && (node["Actual Loops"] ?? 0) > 0;
  return isScan && table !== undefined && GROWING.includes(table) ? [table, ...inside] : inside;
}
