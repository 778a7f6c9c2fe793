/** So many devices of one person are told at most. */
export const MOST_DEVICES = 10;

/** So many notices a device asks about at once: more than any shows. */
export const MOST_STANDING = 100;
