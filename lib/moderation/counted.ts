/** So many unread statements are counted; beyond them it is "more". */
export const COUNTED_STATEMENTS = 9;
