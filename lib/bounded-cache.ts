import { LRUCache } from "lru-cache";

/**
 * Values in memory by their keys, those used least dropped when all together weigh more than allowed. The
 * library's own `set` leaves the weight of a value as it was if it is the same object: what is entered
 * while it is made, at no weight yet, and weighed later would make it hold everything for ever.
 */
export class BoundedCache<Key extends string | number, Value extends object> {
  readonly #entries: LRUCache<Key, Value>;

  /** @param most bytes, of all together */
  constructor(most: number) {
    this.#entries = new LRUCache<Key, Value>({ maxSize: most });
  }

  get(key: Key): Value | undefined {
    return this.#entries.get(key);
  }

  /** Enters what is being made, or has no weight to speak of. */
  enter(key: Key, value: Value): void {
    this.#entries.delete(key);
    this.#entries.set(key, value, { size: 1 });
  }

  /**
   * Says what an entered value weighs, which may drop others, or itself if it weighs more than all may.
   * Where another has taken its place meanwhile, nothing happens.
   *
   * @param bytes what it weighs, from now on
   * @param keepFor milliseconds after which it is dropped; unset: as it was, at first never
   */
  weigh(key: Key, value: Value, bytes: number, keepFor?: number): void {
    if (this.#entries.peek(key) !== value) return;
    const left = keepFor ?? this.#entries.getRemainingTTL(key);
    this.#entries.delete(key);
    // To the library 0 means for ever.
    const ttl = Number.isFinite(left) ? { ttl: Math.max(1, left) } : {};
    this.#entries.set(key, value, { size: Math.max(1, Math.ceil(bytes)), ...ttl });
  }

  /** Drops a value, unless another has taken its place. */
  drop(key: Key, value: Value): void {
    if (this.#entries.peek(key) === value) this.#entries.delete(key);
  }

  /** What all weigh together, bytes. */
  get weight(): number {
    return this.#entries.calculatedSize;
  }
}
