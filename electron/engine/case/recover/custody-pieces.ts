import type { CustodyGap } from '../../../../shared/contract/cases.ts';
import { CHAIN_START, ChainWalk, type StoredEntry } from '../../custody/chain.ts';
import type { Database } from '../database.ts';

/**
 * Keeps the entries of a custody log that are left, each as it is. Those before the first gap stay the log, which goes on
 * from there; what lies behind a gap is kept as a branch, as the log of a merged copy is, because nothing says any more
 * how the two hang together.
 * @param endIsLost entries behind the last that is left may be gone too
 */
export function keepCustody(
  db: Database,
  entries: readonly StoredEntry[],
  endIsLost: boolean,
): readonly CustodyGap[] {
  const pieces = piecesOf(entries);
  const [first] = pieces;
  const isBeginning = first !== undefined && first[0].seq === 1 && prevOf(first[0]) === CHAIN_START;
  const own = db.prepare('INSERT INTO custody_log (seq, entry, hash) VALUES (?, ?, ?)');
  for (const { seq, entry, hash } of isBeginning ? first : []) own.run(seq, entry, hash);
  const rest = isBeginning ? pieces.slice(1) : pieces;
  const begin = isBeginning ? first.length : 0;
  const gaps = keepPieces(db, rest, begin);
  const after = rest.at(-1)?.at(-1)?.seq ?? begin;
  if (endIsLost || entries.length === 0) gaps.push({ after, before: null, prev: null });
  return gaps;
}

/** As keepCustody, for the log of a merged copy of which entries are gone. */
export function keepBranch(db: Database, entries: readonly StoredEntry[]): readonly CustodyGap[] {
  const pieces = piecesOf(entries);
  return keepPieces(db, pieces, (pieces[0]?.[0].seq ?? 1) - 1);
}

function keepPieces(db: Database, pieces: readonly StoredEntry[][], begin: number): CustodyGap[] {
  const insert = db.prepare(
    'INSERT OR IGNORE INTO custody_branch (head, seq, entry, hash) VALUES (?, ?, ?, ?)',
  );
  let after = begin;
  return pieces.map((piece) => {
    const last = piece[piece.length - 1];
    for (const { seq, entry, hash } of piece) insert.run(last.hash, seq, entry, hash);
    const gap = { after, before: piece[0].seq, prev: prevOf(piece[0]) };
    after = last.seq;
    return gap;
  });
}

/** Runs of entries of which each names the hash of the one before. */
function piecesOf(entries: readonly StoredEntry[]): StoredEntry[][] {
  const pieces: StoredEntry[][] = [];
  let walk = new ChainWalk();
  for (const entry of [...entries].sort((a, b) => a.seq - b.seq)) {
    const piece = pieces.at(-1);
    if (piece && walk.next(entry) === undefined) {
      piece.push(entry);
      continue;
    }
    const prev = prevOf(entry);
    walk = ChainWalk.after(entry.seq - 1, prev);
    // An entry that does not hold by itself vouches for nothing.
    if (walk.next(entry) === undefined) pieces.push([entry]);
    else walk = new ChainWalk();
  }
  return pieces;
}

function prevOf({ entry }: StoredEntry): string {
  try {
    const { prev } = JSON.parse(entry);
    return typeof prev === 'string' ? prev : CHAIN_START;
  } catch {
    return CHAIN_START;
  }
}
