import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { circles, importsOf } from "@/scripts/test/imports";
import { breaches } from "@/scripts/test/rules";

const packages = { runtime: ["zod", "next", "react", "pg"], development: ["vitest"] };

/** The breaches in a checkout that holds these files, and the circles. */
async function examine(files: Record<string, string>): Promise<string[]> {
  const root = mkdtempSync(path.join(os.tmpdir(), "rejoinder-rules-"));
  try {
    const paths = { "@/*": ["./*"] };
    const tsconfig = JSON.stringify({ compilerOptions: { paths, verbatimModuleSyntax: true } });
    writeFileSync(path.join(root, "tsconfig.json"), tsconfig);
    for (const [file, source] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), source);
    }
    const imports = await importsOf(root, Object.keys(files));
    return [...breaches(imports, packages), ...circles(imports).map((each) => each.join(" → "))];
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** Every file that the offenders below reach for. */
const TARGETS = Object.fromEntries(
  [
    ...["app/page.tsx", "components/ui/Button.tsx", "scripts/tool.ts", "lib/db/client.ts"],
    ...["lib/env.ts", "lib/auth/viewer.ts", "lib/posts/post.ts", "lib/posts/schema.ts"],
    ...["lib/posts/queries.ts", "lib/posts/commands.ts", "lib/posts/actions.ts"],
  ].map((file) => [file, "export const value = 1;"]),
);

test.each([
  ["app/vote/page.tsx", "@/scripts/tool"],
  ["lib/votes/vote.ts", "@/app/page"],
  ["lib/votes/vote.ts", "@/components/ui/Button"],
  ["components/vote/Vote.tsx", "@/app/page"],
  ["components/vote/Vote.tsx", "@/lib/posts/queries"],
  ["components/vote/Vote.tsx", "@/lib/posts/commands"],
  ["components/vote/Vote.tsx", "@/lib/db/client"],
  ["lib/votes/vote.ts", "next/headers"],
  ["lib/votes/vote.ts", "react"],
  ["lib/votes/vote.ts", "@/lib/db/client"],
  ["lib/votes/vote.ts", "@/lib/posts/queries"],
  ["lib/votes/vote.ts", "@/lib/posts/schema"],
  ["lib/votes/schema.ts", "@/lib/posts/queries"],
  ["lib/votes/schema.ts", "pg"],
  ["lib/votes/queries.ts", "@/lib/posts/commands"],
  ["lib/votes/queries.ts", "@/lib/posts/actions"],
  ["lib/votes/queries.ts", "next/cache"],
  ["lib/votes/commands.ts", "@/lib/posts/actions"],
  ["lib/votes/recount.commands.ts", "next/cache"],
  ["lib/votes/commands.ts", "react"],
  ["lib/text/render.ts", "node:fs"],
  ["lib/text/render.ts", "@/lib/posts/post"],
  ["lib/policy/vote.ts", "@/lib/env"],
  ["lib/resolver/locate.ts", "@/lib/auth/viewer"],
  ["lib/votes/vote.ts", "vitest"],
  ["lib/votes/vote.ts", "left-pad"],
])("%s may not import %s", async (file, target) => {
  const found = await examine({ ...TARGETS, [file]: `import { value } from "${target}";\nvalue;` });
  expect(found.length).toBeGreaterThan(0);
  expect(found[0]).toContain(`${file} imports `);
});

test.each([
  ["app/vote/page.tsx", 'import { value } from "@/lib/posts/queries";\nvalue;'],
  ["components/vote/Vote.tsx", 'import type { value } from "@/lib/posts/queries";'],
  ["lib/votes/vote.ts", 'import { value } from "@/lib/posts/post";\nvalue;'],
  ["lib/votes/schema.ts", 'import { z } from "zod";\nz;'],
  ["lib/votes/commands.ts", 'import { value } from "@/lib/posts/queries";\nvalue;'],
  ["lib/votes/actions.ts", 'import { value } from "@/lib/posts/commands";\nvalue;'],
  ["lib/votes/vote.test.ts", 'import { test } from "vitest";\ntest;'],
])("%s may: %s", async (file, source) => {
  expect(await examine({ ...TARGETS, [file]: source })).toEqual([]);
});

test("a type counts where the direction counts", async () => {
  const source = 'import type { value } from "@/app/page";';
  expect(await examine({ ...TARGETS, "lib/votes/vote.ts": source })).toHaveLength(1);
});

test("a circle is found, one of types alone is none", async () => {
  const from = (target: string) =>
    `import { value as other } from "@/lib/a/${target}";\nexport const value = () => other;`;
  const types = (target: string) =>
    `import type { value as other } from "@/lib/a/${target}";\nexport const value: typeof other = 1;`;
  expect(await examine({ "lib/a/one.ts": from("two"), "lib/a/two.ts": from("one") })).toHaveLength(
    1,
  );
  expect(await examine({ "lib/a/one.ts": from("two"), "lib/a/two.ts": types("one") })).toEqual([]);
});
