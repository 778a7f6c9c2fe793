// The architecture as rules about imports (docs: ARCHITECTURE.md): which file may know which.
import type { Import } from "@/scripts/test/imports";

interface Rule {
  /** What the rule says, as a sentence for whoever broke it. */
  says: string;
  /** The files it is about. */
  from: RegExp;
  /** What they must not import: files by path, packages by name, modules of Node.js as `node:…`. */
  never: RegExp;
  /** Exceptions among the files it is about. */
  except?: RegExp;
  /** Whether importing nothing but types is allowed. */
  typesAllowed?: boolean;
}

/** A file of lib with such a name: `votes/commands.ts`, or `votes/recount.commands.ts` in a larger room. */
const named = (...names: string[]) => new RegExp(`^lib/.*[/.](${names.join("|")})\\.tsx?$`);

/** A file of lib whose name promises nothing else holds rules, and those are pure. */
const NOUN = /^lib\/(?!.*[/.](schema|queries|commands|actions)\.tsx?$)/;

/** What deals with something outside by its nature. */
const DOORS = /^lib\/(db|auth|http)\/|^lib\/accounts\/rate-limit\.ts$/;

const NEXT = /^(next|next-auth|@auth\/.*)$/;
const REACT = /^(react|react-dom|lucide-react)$/;
const DATABASE = /^(lib\/db\/.*|prisma|@prisma\/.*|pg|pg-.*)$/;

const or = (...patterns: RegExp[]) =>
  new RegExp(patterns.map((pattern) => `(?:${pattern.source})`).join("|"));

export const RULES: readonly Rule[] = [
  {
    says: "What the forum is made of does not know its tools: nothing here imports scripts, tests or measurements.",
    from: /^(app|components|lib)\//,
    never: /^(scripts|server|e2e|bench)\//,
  },
  {
    says: "lib knows nothing of what is shown: it does not import app or components.",
    from: /^lib\//,
    never: /^(app|components)\//,
  },
  {
    says: "A component does not know the pages it stands on: it does not import app.",
    from: /^components\//,
    never: /^app\//,
  },
  {
    says: "Components are given what they show: they import no queries, commands or database, only their types.",
    from: /^components\//,
    never: or(named("queries", "commands"), DATABASE),
    typesAllowed: true,
  },
  {
    says: "Rules are pure: a noun imports neither next, react, the database nor what reads, writes or acts.",
    from: NOUN,
    except: DOORS,
    never: or(
      NEXT,
      REACT,
      DATABASE,
      named("schema", "queries", "commands", "actions"),
      /^lib\/(auth|http)\//,
    ),
  },
  {
    says: "schema.ts says what may come in: it imports nouns, other schemas and zod alone.",
    from: named("schema"),
    never: /^(?!zod$|lib\/(?!.*[/.](queries|commands|actions)\.ts$|db\/|auth\/|http\/))/,
  },
  {
    says: "queries.ts reads: it imports no commands, no actions and not next.",
    from: named("queries"),
    never: or(NEXT, named("commands", "actions")),
  },
  {
    says: "commands.ts writes, whoever calls it: it imports no actions, and neither next nor react.",
    from: named("commands"),
    never: or(NEXT, REACT, named("actions")),
  },
  {
    says: "These rooms are pure: what they need is passed in, so no Node.js, environment, database or session.",
    from: /^lib\/(text|policy|resolver)\/|^lib\/quotes\/(?!.*(schema|queries|commands|actions)\.ts$)/,
    never: or(/^node:/, DATABASE, NEXT, /^lib\/env\.ts$/, /^lib\/(auth|http)\//),
  },
  {
    says: "lib/text is the lowest room: it imports no other.",
    from: /^lib\/text\//,
    never: /^lib\/(?!text\/)[^/]+\//,
  },
  {
    says: "lib/resolver finds where quoted words come from, in texts alone: it imports lib/text and nothing else of lib.",
    from: /^lib\/resolver\//,
    never: /^lib\/(?!(text|resolver)\/)[^/]+\//,
  },
];

const TEST = /\.test\.tsx?$|^(e2e|bench)\//;
const TOOL = /^(scripts\/test\/|scripts\/chromium|[^/]+\.config\.)/;

/** Each import that breaks a rule, as a sentence. */
export function breaches(
  imports: readonly Import[],
  dependencies: { runtime: readonly string[]; development: readonly string[] },
): string[] {
  return imports
    .filter(({ from }) => !TEST.test(from) && !from.startsWith("lib/db/generated/"))
    .flatMap((each) => {
      const broken = RULES.filter((rule) => breaks(each, rule)).map(({ says }) => says);
      if (each.kind === "package") broken.push(...undeclared(each, dependencies));
      return broken.map((says) => `${each.from} imports ${each.to}: ${says}`);
    });
}

function breaks({ from, to, typeOnly }: Import, rule: Rule): boolean {
  if (typeOnly && rule.typesAllowed) return false;
  return rule.from.test(from) && !rule.except?.test(from) && rule.never.test(to);
}

function undeclared(
  { from, to, typeOnly }: Import,
  { runtime, development }: { runtime: readonly string[]; development: readonly string[] },
): string[] {
  if (runtime.includes(to) || typeOnly) return [];
  if (!development.includes(to)) return ["The package is not in package.json."];
  return TOOL.test(from) ? [] : ["The package is a devDependency, and this runs in production."];
}
