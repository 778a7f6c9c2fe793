// Who imports whom, read from the sources by esbuild, which resolves as the builds do.
// (dependency-cruiser needs the JavaScript API of TypeScript, which version 7 does not have.)
import { readFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

export interface Import {
  /** The importing file, from the checkout's folder on. */
  from: string;
  /** The imported file, likewise, or a package's name, or a module of Node.js. */
  to: string;
  kind: "file" | "package" | "node";
  /** Whether only types are imported, so that nothing of it runs. */
  typeOnly: boolean;
}

/** All imports among and out of the given source files. */
export async function importsOf(root: string, files: readonly string[]): Promise<Import[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...files],
    outdir: "nowhere",
    bundle: true,
    write: false,
    metafile: true,
    packages: "external",
    platform: "node",
    format: "esm",
    jsx: "automatic",
    logLevel: "silent",
    loader: { ".css": "empty", ".svg": "empty", ".woff2": "empty" },
  });
  const sources = Object.keys(metafile.inputs);
  const values = sources.flatMap((from) =>
    (metafile.inputs[from]?.imports ?? []).map(({ path: to, external }) =>
      external ? outside(from, to, false) : { from, to, kind: "file" as const, typeOnly: false },
    ),
  );
  // What React's compiler adds is not in the source.
  const written = values.filter(({ to }) => to !== "react/jsx-runtime");
  return [...written, ...sources.flatMap((from) => typeImports(root, from, new Set(sources)))];
}

function outside(from: string, to: string, typeOnly: boolean): Import {
  // A file that is not there: the compiler says so.
  if (to.startsWith("@/")) return { from, to, kind: "file", typeOnly };
  if (to.startsWith("node:")) return { from, to, kind: "node", typeOnly };
  const name = to.split("/").slice(0, to.startsWith("@") ? 2 : 1);
  return { from, to: name.join("/"), kind: "package", typeOnly };
}

/** `import type` and `export type … from`: esbuild drops them before it looks at imports. */
function typeImports(root: string, from: string, sources: Set<string>): Import[] {
  const source = readFileSync(path.join(root, from), "utf8");
  const found = source.matchAll(/^(?:import|export) type [^;]*?from "([^"]+)"/gm);
  return [...found].map(([, specifier = ""]) => {
    if (!/^(@\/|\.)/.test(specifier)) return outside(from, specifier, true);
    const base = specifier.startsWith("@/")
      ? specifier.slice(2)
      : path.posix.join(path.posix.dirname(from), specifier);
    const endings = ["", ".ts", ".tsx", "/index.ts", "/index.tsx"];
    const to = endings.map((ending) => base + ending).find((file) => sources.has(file));
    return { from, to: to ?? base, kind: "file", typeOnly: true };
  });
}

/** Circles of imports that run, each as the files along it. */
export function circles(imports: readonly Import[]): string[][] {
  const targets = new Map<string, string[]>();
  for (const { from, to, kind, typeOnly } of imports) {
    if (kind !== "file" || typeOnly) continue;
    targets.set(from, [...(targets.get(from) ?? []), to]);
  }
  const found: string[][] = [];
  const finished = new Set<string>();
  const visit = (file: string, trail: string[]) => {
    const start = trail.indexOf(file);
    if (start >= 0) found.push([...trail.slice(start), file]);
    if (start >= 0 || finished.has(file)) return;
    for (const target of targets.get(file) ?? []) visit(target, [...trail, file]);
    finished.add(file);
  };
  for (const file of targets.keys()) visit(file, []);
  return found;
}
