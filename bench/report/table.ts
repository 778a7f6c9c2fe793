// Figures and tables in Markdown.

/** Two digits that count, and no more than the measuring is good for. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return "?";
  if (value === 0) return "0";
  return Math.abs(value) >= 100
    ? Math.round(value).toLocaleString("en")
    : String(Number(value.toPrecision(2)));
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(heads), `|${"---|".repeat(heads.length)}`, ...rows.map(line)].join("\n");
}
