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
    <a href={next} className="fresh" data-fresh title="To the next new post">
      new<span className="sr-only">, to the next one</span> <span aria-hidden="true">↓</span>
    </a>
  );
}
