import type { Annotation } from '../../../shared/contract/annotations.ts';
import { formatReference, parseReference, type Reference } from '../../../shared/reference.ts';
import { accountId } from '../accounts/totals.ts';
import type { Database } from '../case/database.ts';
import { type AccountStretch, accountStretches } from '../requests/account-chunks.ts';
import { ROW_COLUMN } from '../requests/columns.ts';
import { readNumbers } from '../requests/read-chunk.ts';
import { readRequests, sourceReading } from '../requests/read-request.ts';
import type { CitedRequest } from './content.ts';

/** Rows of one account beyond this many are left out of a bundle, and the bundle says so. */
export const MAX_CITED_PER_ACCOUNT = 20_000;

interface Hit {
  readonly stretch: AccountStretch;
  readonly sha256: string;
  readonly index: number;
  readonly row: number;
  readonly citedBy: readonly string[];
}

/**
 * The requests that an account's annotations cite: all of them for an annotation on the account, those in it
 * for one on a time range, the one for one on a request. By time, requests without one last.
 */
export function citedHits(db: Database, account: string, annotations: readonly Annotation[]): Hit[] {
  const id = accountId(db, account);
  if (id === undefined) return [];
  const citations = annotations.map(({ id: annotation, on }) => ({
    annotation,
    reference: parseReference(on),
  }));
  const sha256Of = db.prepare('SELECT sha256 FROM source WHERE id = ?').pluck();
  const hits: Hit[] = [];
  for (const stretch of accountStretches(db, id)) {
    const sha256 = sha256Of.get(stretch.sourceId) as string;
    const rows = readNumbers(db, stretch.chunk, ROW_COLUMN, stretch.rows);
    for (let index = stretch.from; index < stretch.to; index++) {
      const citedBy = citations
        .filter(({ reference }) => reference && cites(reference, stretch.timeUs[index], sha256, rows[index]))
        .map(({ annotation }) => annotation);
      if (citedBy.length > 0) hits.push({ stretch, sha256, index, row: rows[index], citedBy });
    }
  }
  const us = ({ stretch, index }: Hit) =>
    Number.isNaN(stretch.timeUs[index]) ? Number.POSITIVE_INFINITY : stretch.timeUs[index];
  return hits.sort((a, b) => compare(us(a), us(b)) || compare(a.sha256, b.sha256) || a.row - b.row);
}

function cites(reference: Reference, us: number, sha256: string, row: number): boolean {
  switch (reference.kind) {
    case 'account':
      return true;
    case 'range':
      return us >= reference.fromUs && us < reference.toUs;
    case 'request':
      return reference.source === sha256 && reference.row === row;
    default:
      return false;
  }
}

const compare = <T extends number | string>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0);

/** The first hits of one account as a bundle holds them. The prompt text is not among the fields; columns that no field takes are. */
export function* citedRequests(
  db: Database,
  account: string,
  annotations: readonly Annotation[],
): Iterable<CitedRequest> {
  const taken = citedHits(db, account, annotations).slice(0, MAX_CITED_PER_ACCOUNT);
  for (let from = 0; from < taken.length; ) {
    // Neighbours mostly share a chunk, so each chunk's columns are decoded for a stretch of hits at once.
    const { stretch, sha256 } = taken[from];
    let to = from + 1;
    while (to < taken.length && taken[to].stretch.chunk === stretch.chunk) to++;
    const part = taken.slice(from, to);
    const indexes = part.map(({ index }) => index);
    const requests = readRequests(
      db,
      stretch.chunk,
      stretch.rows,
      indexes,
      sourceReading(db, stretch.sourceId),
    );
    for (const [i, { timeUs, fields, raw, extra }] of requests.entries()) {
      const { row, citedBy } = part[i];
      const reference = formatReference({ kind: 'request', source: sha256, row });
      yield {
        reference,
        account,
        sourceSha256: sha256,
        row,
        timeUs,
        fields,
        raw,
        extra,
        citedBy,
      };
    }
    from = to;
  }
}
