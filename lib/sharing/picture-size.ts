/** Of the picture of a thread, as sites that show pictures of links ask for it, in pixels. */
export const PICTURE_SIZE = { width: 1200, height: 630 };
