/** Clients that write at the same time. */
export const WRITERS = 10;
