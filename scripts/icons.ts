// The icons of the installed forum, drawn from app/icon.svg. To draw them anew: npx tsx scripts/icons.ts
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const icon = readFileSync(path.join(root, "app/icon.svg"), "utf8");

/** Systems cut a shape of their own out of these: no round corners, and the sign within four fifths. */
const whole = icon
  .replace(/ rx="\d+"/, "")
  .replace("<path", '<path transform="translate(16 16) scale(0.8) translate(-16 -16)"');

function draw(svg: string, size: number): Buffer {
  return new Resvg(svg, { fitTo: { mode: "width", value: size } }).render().asPng();
}

/** Each icon by its path. */
export const ICONS: Readonly<Record<string, () => Buffer>> = {
  "public/icons/192.png": () => draw(icon, 192),
  "public/icons/512.png": () => draw(icon, 512),
  "public/icons/maskable-512.png": () => draw(whole, 512),
  "app/apple-icon.png": () => draw(whole, 180),
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [file, picture] of Object.entries(ICONS))
    writeFileSync(path.join(root, file), picture());
}
