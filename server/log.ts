/** An error in one line of the log. */
export function oneLine(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return text.replace(/\s*\n\s*/g, " | ").slice(0, 600);
}
