/** The foot of every page. */
export function SiteFooter() {
  return (
    <footer className="mt-12 border-t border-line">
      <p className="mx-auto max-w-5xl px-4 py-6 text-sm text-soft">
        A line that begins with <code>&gt;</code> repeats a passage; the words under it answer it.
      </p>
    </footer>
  );
}
