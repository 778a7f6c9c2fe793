/** Characters of a plain text: code points, end exclusive. */
export interface Range {
  start: number;
  end: number;
}

/** Ranges stored as pairs "from, to". */
export function rangesOf(pairs: readonly number[]): Range[] {
  return pairs.flatMap((start, index) => {
    const end = pairs[index + 1];
    return index % 2 === 0 && end !== undefined ? [{ start, end }] : [];
  });
}

/** From the first to the last of some ranges. */
export function hull(ranges: readonly Range[]): Range {
  return {
    start: Math.min(...ranges.map(({ start }) => start)),
    end: Math.max(...ranges.map(({ end }) => end)),
  };
}
