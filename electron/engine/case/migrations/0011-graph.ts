/**
 * Derived: what ties the accounts of each operator, replaced with the analysis. Human: where people put nodes of the
 * graph of linked accounts.
 */
export const GRAPH = `
-- All links of an operator with what they consist of, as canonical JSON: see analysis/operator-ties.ts.
CREATE TABLE analysis_ties (
  operator TEXT PRIMARY KEY,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Values that accounts of an operator share, and how many of them do.
CREATE TABLE analysis_shared (
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  operator TEXT NOT NULL,
  accounts INTEGER NOT NULL,
  PRIMARY KEY (kind, value, operator)
) STRICT, WITHOUT ROWID;

-- Offset of a node from the middle of its operator's place, of an operator from the middle of the picture.
CREATE TABLE graph_place (
  node TEXT PRIMARY KEY,
  x REAL NOT NULL,
  y REAL NOT NULL
) STRICT, WITHOUT ROWID;
`;
