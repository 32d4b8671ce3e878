import type { GraphAccount, GraphOperatorParts } from '../../../shared/contract/graph.ts';
import type { OperatorTies } from '../analysis/operator-ties.ts';
import { BASIS_COLUMNS, priorView, type StoredBasis, shownAt } from '../analysis/prior-view.ts';
import type { Database } from '../case/database.ts';
import type { MatchingRequests } from '../filters/matching-requests.ts';
import type { CountedLink } from './counted-links.ts';
import type { Parts } from './parts.ts';

/** An operator of the picture: what ties it, how it holds together, and where its accounts stand in the picture. */
export interface Group {
  readonly ties: OperatorTies;
  readonly counted: readonly CountedLink[];
  readonly parts: Parts;
  readonly weakest: GraphOperatorParts['weakest'];
  /** Place in the picture of each of its accounts; -1 for one that is not shown. */
  readonly shown: readonly number[];
}

/** The accounts of a picture in their order, with what the analysis says of each, and whether a filter leaves it. */
export function describeAccounts(
  db: Database,
  shown: readonly string[],
  groups: readonly Group[],
  left?: MatchingRequests,
): GraphAccount[] {
  const view = priorView(db);
  const stored = db
    .prepare(
      `SELECT s.account, s.operator, (SELECT id FROM account WHERE external_id = s.account) AS id, s.body ->> '$.likelihood' AS likelihood,
              s.body ->> '$.requests' AS requests,
              (SELECT min(t.first_us) FROM account a JOIN account_total t ON t.account_id = a.id
               WHERE a.external_id = s.account) AS firstUs,
              ${BASIS_COLUMNS}
       FROM json_each(?) m JOIN analysis_account s ON s.account = m.value ORDER BY m.key`,
    )
    .all(JSON.stringify(shown)) as (Omit<GraphAccount, 'part' | 'tiedTo' | 'matches'> &
    StoredBasis & { readonly id: number | null })[];
  const part = new Array<number>(shown.length).fill(0);
  const tiedTo = new Array<number>(shown.length).fill(0);
  for (const { counted, parts, shown: places } of groups) {
    const degree = new Uint32Array(places.length);
    for (const { a, b } of counted) {
      degree[a]++;
      degree[b]++;
    }
    places.forEach((place, at) => {
      if (place < 0) return;
      part[place] = parts.of[at];
      tiedTo[place] = degree[at];
    });
  }
  return stored.map((row, place) => {
    const { account, operator, requests, firstUs, score, likelihood } = row;
    const { score: shownScore, likelihood: word } = view ? shownAt(view, { score, likelihood }, row) : row;
    return {
      account,
      operator,
      matches: !left || (row.id !== null && left.matches(row.id)),
      requests,
      firstUs,
      score: shownScore,
      likelihood: word,
      part: part[place],
      tiedTo: tiedTo[place],
    };
  });
}
