import type { Definition, Nodes } from "mdast";
import { parseMarkdown } from "./markdown";

/** Link reference definitions of a post, as Markdown lines by lower-case label. */
export type Definitions = ReadonlyMap<string, string>;

const MAY_DEFINE = /\]:/;
const LABELS = /\[((?:[^[\]\\]|\\.)+)\]/g;

/**
 * Collects the link reference definitions (`[label]: address`) of all runs of a post. Runs are
 * rendered one by one, but a definition at the end of a post works in all of it.
 */
export function collectDefinitions(runs: string[]): Definitions {
  const found = new Map<string, string>();
  if (runs.length < 2) return found;
  for (const run of runs) {
    const root = MAY_DEFINE.test(run) ? parseMarkdown(run) : null;
    if (!root) continue;
    for (const definition of definitionsIn(root)) {
      const source = sourceOf(definition, run);
      if (!found.has(definition.identifier)) found.set(definition.identifier, source);
    }
  }
  return found;
}

/** The run preceded by the definitions from elsewhere that it mentions. */
export function withDefinitions(run: string, definitions: Definitions): string {
  if (definitions.size === 0) return run;
  const mentioned = new Set<string>();
  for (const [, label = ""] of run.matchAll(LABELS)) {
    const definition = definitions.get(label.trim().replace(/\s+/g, " ").toLowerCase());
    if (definition) mentioned.add(definition);
  }
  return mentioned.size === 0 ? run : `${[...mentioned].join("\n")}\n\n${run}`;
}

function definitionsIn(node: Nodes): Definition[] {
  if (node.type === "definition") return [node];
  return "children" in node ? node.children.flatMap(definitionsIn) : [];
}

function sourceOf({ position }: Definition, run: string): string {
  const source = run.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
  return source.replace(/\s*[\r\n]\s*/g, " ");
}
