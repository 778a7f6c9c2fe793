/**
 * Every page says how many of the viewer's quotes have lost their words: beyond this many they are
 * not counted, so that nobody's pages get slower the longer they leave them.
 */
export const COUNTED_QUOTES = 99;
