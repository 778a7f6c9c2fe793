/** So many posts one person may bookmark: more than anybody finds again. */
export const MOST_BOOKMARKS = 5_000;

/** How long a note may be, in code points. */
export const LONGEST_NOTE = 500;

/** How many bookmarks a page shows. */
export const BOOKMARKS_PER_PAGE = 30;
