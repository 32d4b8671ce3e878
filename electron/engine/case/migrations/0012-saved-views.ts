/** Human: filters and views that people keep under a name. */
export const SAVED_VIEWS = `
CREATE TABLE saved_view (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  -- JSON, as the contract has them: ArrangedFilter and SavedPlace.
  filter TEXT NOT NULL,
  view TEXT NOT NULL,
  author TEXT NOT NULL,
  created_us INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;
