import { useEffect, useState } from "react";

interface Later<Value> {
  /** Null until it is there, and for good where it did not arrive: whatever it does has a way without it. */
  value: Value | null;
  /** It arrived, or it never will. */
  settled: boolean;
}

/**
 * What a page can do without at first, fetched once the page stands.
 *
 * @param load always the same function
 */
export function useLater<Value>(load: () => Promise<Value>): Later<Value> {
  const [later, setLater] = useState<Later<Value>>({ value: null, settled: false });
  useEffect(() => {
    load().then(
      (value) => setLater({ value, settled: true }),
      () => setLater({ value: null, settled: true }),
    );
  }, [load]);
  return later;
}
