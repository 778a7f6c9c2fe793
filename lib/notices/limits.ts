/** So many threads one person may watch: more than anybody reads. */
export const MOST_WATCHES = 1000;
