/**
 * Columns that the chunks of a published case have beside those of every case: what cites each request, ids in order
 * with a space between, and, until all of them are loaded, what template each follows.
 */
export const CITED_COLUMN = 900;
export const FOLLOWED_COLUMN = 901;

/** Said of a request that follows a template which is not among those kept, or not among those published. */
export const OTHER_TEMPLATE = 'other';
