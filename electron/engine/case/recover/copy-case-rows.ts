import { hashEntry, type StoredEntry } from '../../custody/chain.ts';
import type { Database } from '../database.ts';
import {
  type CopiedTable,
  copyTable,
  countByIndex,
  insertInto,
  isBroken,
  type PutRow,
  rowsByIndex,
} from './copy-rows.ts';
import type { Value } from './row.ts';
import type { Survey, TableDamage } from './survey.ts';
import { COPIED_TABLES } from './tables.ts';
import type { Trees } from './walk-tree.ts';

export interface BranchEntry extends StoredEntry {
  readonly head: string;
}

/** A table of the case with what its index says of the rows that there were. */
export interface CopiedOfCase extends CopiedTable {
  readonly byIndex?: ReadonlyMap<number, ReadonlyMap<number, Value>>;
  /** How many rows there were; undefined where nothing tells. */
  readonly there?: number;
}

export interface CopiedCase {
  readonly tables: ReadonlyMap<string, CopiedOfCase>;
  /** Of the custody log, in order of their numbers; they are not in the new case yet. */
  readonly custody: readonly StoredEntry[];
  /** Of logs of merged copies, where any of these is gone. */
  readonly branches: readonly BranchEntry[];
}

/** Columns of JSON that a change of a byte would spoil. */
const JSON_COLUMNS: Readonly<Record<string, number>> = { record: 2, command: 6 };

/** Copies all tables whose rows are kept: imported ones, what people wrote, what an analysis found. */
export function copyCaseRows(
  db: Database,
  trees: Trees,
  found: Survey,
  isPlain: boolean,
  check: () => void,
): CopiedCase {
  const ignore = { row: () => undefined, hole: () => undefined, cut: () => undefined };
  trees.walk(1, true, ignore);
  const custody: StoredEntry[] = [];
  const branches: BranchEntry[] = [];
  const putOf = (damage: TableDamage): PutRow => {
    const { name } = damage.shape;
    if (name === 'custody_log')
      return (seq, [, entry, hash]) => {
        // An entry of an encrypted case that does not hold did not hold before.
        if (isPlain && hashEntry(entry as string) !== hash) return false;
        custody.push({ seq, entry: entry as string, hash: hash as string });
        return true;
      };
    if (name === 'custody_branch' && damage.holes.length + damage.cut.length > 0)
      return (_, [head, seq, entry, hash]) => branches.push({ head, seq, entry, hash } as BranchEntry) > 0;
    const put = insertInto(db, damage.shape);
    const json = isPlain ? JSON_COLUMNS[name] : undefined;
    return (rowid, values) => {
      if (json !== undefined && json < values.length) JSON.parse(values[json] as string);
      return put(rowid, values);
    };
  };
  const tables = new Map<string, CopiedOfCase>();
  for (const name of COPIED_TABLES) {
    const damage = found.tables.get(name);
    if (!damage) continue;
    const put = putOf(damage);
    let rows = 0;
    const copied = copyTable(trees, damage, (rowid, values) => {
      if (rows++ % 256 === 0) check();
      return put(rowid, values);
    });
    tables.set(name, copied);
  }
  for (const [name, copied] of tables) {
    if (!isBroken(copied)) continue;
    const { damage } = copied;
    const byIndex = rowsByIndex(trees, damage);
    const there = byIndex ? byIndex.size : damage.shape.hasRowid ? undefined : countByIndex(trees, damage);
    tables.set(name, { ...copied, byIndex, there });
  }
  custody.sort((a, b) => a.seq - b.seq);
  return { tables, custody, branches };
}
