import { REQUEST_FIELDS } from '../../../shared/contract/filters.ts';
import type { Database } from '../case/database.ts';
import { SOURCE_VERSION } from '../case/versions.ts';
import type { CountedSource, SourceCells } from './build-cells.ts';
import type { Combination } from './combinations.ts';
import { joined } from './joined.ts';

/** Rows per transaction, so that no other call waits long. */
const ROWS_AT_ONCE = 2000;

/** A published source of requests. */
export interface RequestSource {
  readonly id: number;
  /** Tells this import from every other. */
  readonly version: string;
  readonly rows: number;
  /** Whether its cells are in the case. */
  readonly stored: boolean;
}

/** Published sources of requests, those first imported first. */
export function requestSources(db: Database): RequestSource[] {
  const rows = db
    .prepare(
      `SELECT id, ${SOURCE_VERSION}, stored, id IN (SELECT source_id FROM filter_source) FROM source
       WHERE published = 1 AND kind = 'requests' ORDER BY id`,
    )
    .raw()
    .all() as [number, string, number, 0 | 1][];
  return rows.map(([id, version, stored, hasCells]) => ({
    id,
    version,
    rows: stored,
    stored: hasCells === 1,
  }));
}

/**
 * Puts the cells of a source into the case, a transaction with every step: what is there counts with the last.
 * A source that is taken back meanwhile ends it.
 */
export function* storeCells(
  db: Database,
  { id: sourceId, version }: RequestSource,
  cells: CountedSource,
): Generator<void> {
  const isThere = db
    .prepare(`SELECT 1 FROM source WHERE id = ? AND ${SOURCE_VERSION} = ? AND published = 1`)
    .pluck();
  const step = (write: () => void) =>
    db
      .transaction(() => {
        const there = isThere.get(sourceId, version) !== undefined;
        if (there) write();
        return there;
      })
      .immediate();
  if (!step(() => removeStored(db, sourceId))) return;
  const { accounts, ends, bytes, combinations } = cells;
  const insertCells = db.prepare(
    'INSERT INTO filter_account (source_id, account_id, cells) VALUES (?, ?, ?)',
  );
  for (let from = 0; from < accounts.length; from += ROWS_AT_ONCE) {
    const to = Math.min(from + ROWS_AT_ONCE, accounts.length);
    const isStored = step(() => {
      for (let i = from; i < to; i++) {
        insertCells.run(sourceId, accounts[i], bytes.subarray(i === 0 ? 0 : ends[i - 1], ends[i]));
      }
    });
    if (!isStored) return;
    yield;
  }
  const insertText = db.prepare('INSERT INTO filter_text (source_id, block_id, accounts) VALUES (?, ?, ?)');
  const texts = [...cells.texts];
  for (let from = 0; from < texts.length; from += ROWS_AT_ONCE) {
    const isStored = step(() => {
      for (const [block, packed] of texts.slice(from, from + ROWS_AT_ONCE))
        insertText.run(sourceId, block, packed);
    });
    if (!isStored) return;
    yield;
  }
  const insertCombination = db.prepare(
    `INSERT INTO filter_combination (source_id, number, ${REQUEST_FIELDS.join(', ')}) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  step(() => {
    combinations.forEach((values, number) => {
      insertCombination.run(sourceId, number, ...values);
    });
    db.prepare('INSERT INTO filter_source (source_id, most, first_bin, last_bin) VALUES (?, ?, ?, ?)').run(
      sourceId,
      cells.most,
      cells.firstBin,
      cells.lastBin,
    );
  });
}

/** What an earlier attempt left. */
function removeStored(db: Database, sourceId: number): void {
  for (const table of ['filter_account', 'filter_text', 'filter_combination', 'filter_source'])
    db.prepare(`DELETE FROM ${table} WHERE source_id = ?`).run(sourceId);
}

/** Reads the stored cells of a source. */
export function readCells(db: Database, sourceId: number): SourceCells {
  const facts = db
    .prepare('SELECT most, first_bin AS firstBin, last_bin AS lastBin FROM filter_source WHERE source_id = ?')
    .get(sourceId) as Pick<SourceCells, 'most' | 'firstBin' | 'lastBin'>;
  const combinations = db
    .prepare(
      `SELECT ${REQUEST_FIELDS.join(', ')} FROM filter_combination WHERE source_id = ? ORDER BY number`,
    )
    .raw()
    .all(sourceId) as Combination[];
  const rows = db
    .prepare('SELECT account_id, cells FROM filter_account WHERE source_id = ? ORDER BY account_id')
    .raw()
    .all(sourceId) as [number, Uint8Array][];
  return {
    ...facts,
    combinations,
    accounts: Uint32Array.from(rows, ([account]) => account),
    ...joined(rows.map(([, cells]) => cells)),
  };
}

/** The packed accounts of a block of texts, one for each published source that has any; see text-log.ts. */
export function readTextAccounts(db: Database, block: number): Uint8Array[] {
  return db
    .prepare(
      `SELECT t.accounts FROM source s JOIN filter_text t ON t.source_id = s.id
       WHERE s.published = 1 AND t.block_id = ?`,
    )
    .pluck()
    .all(block) as Uint8Array[];
}
