import { readFileSync } from "node:fs";
import path from "node:path";
import { renderAsync } from "@resvg/resvg-js";
import satori, { type SatoriOptions } from "satori";
import { PICTURE_SIZE } from "@/lib/sharing/picture-size";
import type { PictureWords } from "@/lib/sharing/picture-words";
import { snippet } from "@/lib/text/snippet";

/** Longer titles would run out of the picture, in code points. */
const TITLE_LENGTH = 140;
const NAME_LENGTH = 40;

/** The parts of the font that hold the letters of these scripts. */
const SUBSETS = ["latin", "latin-ext", "cyrillic", "cyrillic-ext", "greek", "vietnamese"];

/** Scripts that the font has, and marks that stand in any. */
const DRAWN =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]/gu;
const SYMBOLS = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Cf}\p{Co}]|\ufe0f/gu;

let fonts: SatoriOptions["fonts"] | undefined;

/** Read once, from the packages that npm installed: nothing is fetched. */
function inter(): SatoriOptions["fonts"] {
  fonts ??= SUBSETS.flatMap((subset) =>
    ([400, 700] as const).map((weight) => ({
      name: `Inter ${subset}`,
      data: readFileSync(
        path.join(
          process.cwd(),
          `node_modules/@fontsource/inter/files/inter-${subset}-${weight}-normal.woff`,
        ),
      ),
      weight,
      style: "normal" as const,
    })),
  );
  return fonts;
}

/** The picture of a thread, as PNG. A title in letters that the font lacks is left out. */
export async function drawPicture(words: PictureWords): Promise<Buffer> {
  const svg = await satori(layout(words), { ...PICTURE_SIZE, fonts: inter() });
  // Outside of the one thread on which requests are answered.
  const image = await renderAsync(svg, { font: { loadSystemFonts: false } });
  return image.asPng();
}

/** What can be drawn of a text, on one line; null if that is not enough to know it by. */
export function drawable(text: string, length: number): string | null {
  const plain = text.replace(SYMBOLS, "").replace(/\s+/g, " ").trim();
  const drawn = plain.replace(DRAWN, "");
  return drawn === "" || drawn.length < 0.7 * plain.length ? null : snippet(drawn, length);
}

type Child = Parameters<typeof satori>[0];

function box(style: Record<string, string | number>, ...children: (string | Child)[]): Child {
  return {
    type: "div",
    key: null,
    props: { style: { display: "flex", ...style }, children },
  };
}

const COLOURS = { paper: "#fdfcf9", ink: "#22211e", soft: "#615e57", accent: "#0a6558" };

function layout({ forum, board, title, author, replies, quotes }: PictureWords): Child {
  const shown = drawable(title, TITLE_LENGTH) ?? "A debate";
  const size = shown.length > 90 ? 54 : shown.length > 50 ? 64 : 76;
  const name = author === null ? null : drawable(author, NAME_LENGTH);
  const facts = [name, counted(replies, "reply", "replies"), counted(quotes, "quote", "quotes")];
  return box(
    {
      ...{ width: "100%", height: "100%", flexDirection: "column" },
      ...{ padding: 72, boxSizing: "border-box" },
      ...{ justifyContent: "space-between", backgroundColor: COLOURS.paper, color: COLOURS.ink },
      ...{ borderLeft: `24px solid ${COLOURS.accent}` },
      fontFamily: SUBSETS.map((subset) => `Inter ${subset}`).join(", "),
    },
    box({ fontSize: 34, color: COLOURS.accent }, drawable(board, NAME_LENGTH) ?? ""),
    box({ fontSize: size, fontWeight: 700, lineHeight: 1.2, letterSpacing: -1 }, shown),
    box(
      { fontSize: 32, color: COLOURS.soft, justifyContent: "space-between" },
      box({}, facts.filter((fact) => fact !== null).join("  ·  ")),
      box({ color: COLOURS.ink, fontWeight: 700 }, drawable(forum, NAME_LENGTH) ?? ""),
    ),
  );
}

function counted(amount: number, one: string, many: string): string {
  return `${amount.toLocaleString("en")} ${amount === 1 ? one : many}`;
}
