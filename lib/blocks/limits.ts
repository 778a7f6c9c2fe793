/**
 * So many people one person may block, and threads mute: more than anybody needs, and few enough to
 * be read with each session and shown as one list.
 */
export const MOST_BLOCKS = 200;
export const MOST_MUTES = 200;
