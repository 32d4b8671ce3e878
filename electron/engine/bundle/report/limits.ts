/** What a report prints at most: beyond, it says how many there are and where all of them are. */

/** Operators that are described one by one. */
export const MOST_OPERATORS = 12;
/** Accounts of one operator in its table. */
export const MOST_MEMBERS = 50;
/** Benign readings of an operator that are printed with all their predictions; the others in one line each. */
export const MOST_READINGS_IN_FULL = 5;
/** Accounts that get a chart, and accounts in the table above the charts. */
export const MOST_CHARTS = 40;
export const MOST_ACCOUNTS_LISTED = 200;
/** Accounts whose signals are set beside their cohorts, and signals of each. */
export const MOST_COMPARED = 20;
export const MOST_SIGNALS = 6;
export const MOST_PICTURES = 60;
/** Characters of all pictures together. */
export const MOST_PICTURE_BYTES = 12_000_000;
export const MOST_EVENTS = 40;
export const MOST_NOTES = 500;
export const MOST_EXHIBITS = 500;
/** Rows of one matrix of hypotheses. */
export const MOST_EVIDENCE = 60;
export const MOST_SOURCES = 50;
