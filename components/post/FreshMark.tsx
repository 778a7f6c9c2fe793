/** That a post was written since the reader's last visit; pressed, it leads to the next such post. */
export function FreshMark({ next }: { next: string | null }) {
  if (next === null) {
    return (
      <span className="fresh" data-fresh>
        new
      </span>
    );
  }
  return (
    <a href={next} className="fresh" data-fresh aria-label="New: to the next new post">
      new ↓
    </a>
  );
}
