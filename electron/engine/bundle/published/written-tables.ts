import { RECORDS, type RecordKind } from '../../../../shared/records/records.ts';
import { KEPT_RECORDS } from './columns.ts';
import { insertOf } from './insert-of.ts';
import { leavingEntry } from './leaving-entry.ts';
import { redactRecord } from './redact-record.ts';
import { json, type PublishedTable, plain, type Row, whole } from './table.ts';

/** What people wrote. */
const WRITTEN: PublishedTable = {
  name: 'record',
  columns: { kind: plain, id: plain, body: json('plain') },
  key: ['kind', 'id'],
  select: 'SELECT kind, id, body FROM record',
  goesAlong({ kind, id }, { selection }) {
    if (!Object.hasOwn(RECORDS, kind as string) || KEPT_RECORDS.has(kind as RecordKind)) return false;
    return selection.hasRecord(kind as RecordKind, id as string);
  },
  change: (row, { redactor }) => ({
    ...redactRecord(redactor, { kind: row.kind as RecordKind, id: row.id as string, body: row.body }),
  }),
  writer(names) {
    const insert = insertOf(names.db, 'record', ['kind', 'id', 'body']);
    return (row) => {
      const { kind, body } = row;
      if (!Object.hasOwn(RECORDS, kind as string)) throw new RangeError('a kind of record that is not known');
      RECORDS[kind as RecordKind].parse(JSON.parse(body as string));
      insert(row);
    };
  },
};

/** Entries of the custody logs of copies that were merged, each under the last hash of its log. */
const BRANCHES: PublishedTable = {
  name: 'custody_branch',
  columns: { head: plain, seq: whole, hash: plain, entry: plain },
  key: ['head', 'seq'],
  select: 'SELECT head, seq, hash, entry FROM custody_branch',
  change: (row, leaving) => ({ ...row, entry: leavingEntry(row.entry as string, leaving) }),
  writer(names) {
    const insert = insertOf(names.db, 'custody_branch', ['head', 'seq', 'hash', 'entry']);
    return (row: Row) => void insert(row);
  },
};

export const WRITTEN_TABLES: readonly PublishedTable[] = [WRITTEN, BRANCHES];
