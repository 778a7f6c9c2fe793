// The check of the architecture that `npm test` runs: every source file against the rules.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "@/scripts/folders";
import { circles, importsOf } from "@/scripts/test/imports";
import { breaches } from "@/scripts/test/rules";

const FOLDERS = ["app", "components", "lib", "prisma", "server", "scripts"];

/** What is wrong with the imports of the checkout, a sentence each. */
export async function examineArchitecture(): Promise<string[]> {
  const files = FOLDERS.flatMap((folder) => sourcesIn(folder));
  const imports = await importsOf(root, files);
  const manifest = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  return [
    ...breaches(imports, {
      runtime: Object.keys(manifest.dependencies ?? {}),
      development: Object.keys(manifest.devDependencies ?? {}),
    }),
    ...circles(imports).map((files) => `Imports in a circle: ${files.join(" → ")}`),
  ];
}

function sourcesIn(folder: string): string[] {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => path.posix.join(folder, name.split(path.sep).join("/")))
    .filter((file) => /(?<!\.d)\.tsx?$/.test(file));
}
