/** What a page has where its slot is: nothing that somebody wrote can be this, for it is escaped. */
export const SLOT = "<!--rejoinder:slot-->";
