import type { ReactElement } from "react";

type Renderer = { renderToStaticMarkup(element: ReactElement): string };

/**
 * React's renderer of plain HTML. Next.js refuses its import in what it renders as server components,
 * where another build of React is at work, so it is loaded at run time, past the bundler; elements
 * are the same in both.
 */
let renderer: Renderer | undefined;

/** A component without state as HTML, for a slot (components/ui/Slot.client.tsx). */
export function markup(element: ReactElement): string {
  renderer ??= process
    .getBuiltinModule("node:module")
    .createRequire(`${process.cwd()}/package.json`)("react-dom/server") as Renderer;
  return renderer.renderToStaticMarkup(element);
}
