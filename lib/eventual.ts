/**
 * A value that is being made and will be kept long. While it is made, all who ask wait for the same
 * promise; then the value alone is held. A promise that is kept holds more than its value: Node.js 20
 * hangs on it what AsyncLocalStorage had when it was made, and with that the whole request of the first
 * who asked, with its response and all that React made for it.
 */
export class Eventual<Value> {
  #held: Promise<Value> | { value: Value };

  constructor(coming: Promise<Value>) {
    this.#held = coming;
    coming.then(
      (value) => {
        this.#held = { value };
      },
      // Whoever asks for it is told; a failure that nobody asks for is nobody's.
      () => {},
    );
  }

  /** Rejects if the making failed. */
  async get(): Promise<Value> {
    return this.#held instanceof Promise ? this.#held : this.#held.value;
  }
}
