import { v7 as uuidv7 } from 'uuid';
import type { CustodyGap, Recovered } from '../../../../shared/contract/cases.ts';
import { canonicalJson } from '../../canonical-json.ts';
import type { Database } from '../database.ts';
import { APPLICATION_ID, MIGRATIONS, migrate } from '../migrate.ts';
import { dropBroken, remakeChunks } from './chunks.ts';
import { type CopiedCase, copyCaseRows } from './copy-case-rows.ts';
import { isBroken } from './copy-rows.ts';
import { keepBranch, keepCustody } from './custody-pieces.ts';
import { lossesOf } from './losses.ts';
import { lostOfSources, markSources } from './mark-sources.ts';
import { recordsOfActs } from './records-of-acts.ts';
import { dropUnmoored, nameAccounts, remakeFromIndex, remakeSources } from './repair.ts';
import { recount } from './roll-ups.ts';
import type { Survey } from './survey.ts';
import { ANALYSIS_TABLES, IMPORTED_TABLES } from './tables.ts';
import { blocksMissing, dropChangedTexts, promptsLost, recountUses } from './texts.ts';
import type { Trees } from './walk-tree.ts';

export type Rebuilt = Pick<Recovered, 'requestsLost' | 'losses' | 'custodyGaps' | 'notes'>;

/** What is counted of the requests of a source. */
const COUNTED = ['account_total', 'account_activity', 'source_value', 'account_value'];

/**
 * Fills an empty database with all that can be saved, as a case of the newest schema.
 * @param trees none of which was walked
 * @param isPlain of an unencrypted case, where only its own hashes tell values that changed
 */
export function rebuild(
  db: Database,
  trees: Trees,
  found: Survey,
  isPlain: boolean,
  check: () => void,
): Rebuilt {
  makeSchema(db, found.schema.version);
  const copied = copyCaseRows(db, trees, found, isPlain, check);
  const { tables } = copied;
  for (const name of ['account', 'identifier']) {
    const table = tables.get(name);
    if (table?.byIndex) table.kept += remakeFromIndex(db, table, table.byIndex);
  }
  const chunks = tables.get('request_chunk');
  if (chunks?.byIndex) chunks.kept += remakeChunks(db, chunks, chunks.byIndex);
  const columns = tables.get('request_column');
  const requestsGone = isGone(copied, 'request_chunk') || isGone(copied, 'request_column');
  const lostColumns = columns && (isPlain || requestsGone) ? dropBroken(db, columns, isPlain) : [];
  migrate(db);
  check();

  const fresh = refillKeys(db);
  const remade = remakeSources(db, hashesOfSources(copied), copied.custody);
  // Counts and texts go with the requests that they are of.
  if (isPlain) dropChangedTexts(db);
  const prompts = promptsLost(db);
  const blocksLost = isGone(copied, 'prompt_use') ? null : blocksMissing(db);
  const textsGone = ['prompt_block', 'prompt_use'].some((name) => isGone(copied, name));
  if (textsGone || prompts.size > 0 || requestsGone || lostColumns.length > 0) recountUses(db);
  const lost = lostOfSources(db, prompts, lostColumns);
  const countsGone = COUNTED.some((name) => isGone(copied, name)) || remade.length > 0;
  for (const { id, kind, rowsLost, columnsLost } of lost)
    if (kind === 'requests' && (countsGone || rowsLost > 0 || columnsLost.size > 0)) recount(db, id);
  const named = nameAccounts(db);
  check();

  const gone = isGone(copied, 'record');
  const records = gone && !isGone(copied, 'command') ? recordsOfActs(db) : 0;
  const unmoored = dropUnmoored(db);
  db.exec('UPDATE prompt_block SET searchable = 0');
  const custodyGaps = keepLogs(db, copied);
  markSources(db, lost, remade);
  const losses = lossesOf(db, copied, { lost, unmoored, custodyGaps, named, blocksLost });
  // What was counted or made again as it was is not gone.
  const importedGone = remade.length > 0 || losses.some(({ table }) => IMPORTED_TABLES.has(table));
  const analysis = dropAnalysis(db, copied, importedGone);
  return {
    requestsLost: lost.reduce((sum, { kind, rowsLost }) => sum + (kind === 'requests' ? rowsLost : 0), 0),
    losses,
    custodyGaps,
    notes: [
      ...notesOf({ named, records, remade, analysis, unplaced: found.unplaced.length }),
      ...fresh,
      ...refillProperties(db),
    ],
  };
}

function makeSchema(db: Database, version: number): void {
  db.pragma(`application_id = ${APPLICATION_ID}`);
  for (const sql of MIGRATIONS.slice(0, version)) db.exec(sql);
  db.pragma(`user_version = ${version}`);
  // Those of the damaged case take their place.
  for (const table of ['hash_seed', 'redaction_key'])
    if (db.prepare('SELECT 1 FROM sqlite_master WHERE name = ?').get(table)) db.exec(`DELETE FROM ${table}`);
}

export function isGone({ tables }: CopiedCase, name: string): boolean {
  const table = tables.get(name);
  return table !== undefined && isBroken(table);
}

function hashesOfSources({ tables }: CopiedCase): Map<number, string> {
  const source = tables.get('source');
  const at = source?.damage.shape.columns.findIndex(({ name }) => name === 'sha256') ?? -1;
  return new Map(
    [...(source?.byIndex ?? [])].flatMap(([id, values]) => {
      const sha256 = values.get(at);
      return typeof sha256 === 'string' ? [[id, sha256] as const] : [];
    }),
  );
}

/** An analysis is of the data that there were: of others it is none, and half of one neither. */
function dropAnalysis(db: Database, copied: CopiedCase, importedGone: boolean): boolean {
  if (db.prepare('SELECT 1 FROM analysis_run').get() === undefined && !isGone(copied, 'analysis_run'))
    return false;
  if (!importedGone && ![...ANALYSIS_TABLES].some((name) => isGone(copied, name))) return false;
  for (const table of ANALYSIS_TABLES) db.exec(`DELETE FROM ${table}`);
  return true;
}

function keepLogs(db: Database, copied: CopiedCase): CustodyGap[] {
  const { custody, branches } = copied;
  const gaps: CustodyGap[] = [];
  if (isGone(copied, 'custody_log')) {
    const holes = copied.tables.get('custody_log')?.damage.holes ?? [];
    const endIsLost = holes.some(({ upTo }) => upTo === Number.POSITIVE_INFINITY);
    gaps.push(...keepCustody(db, custody, endIsLost));
  } else {
    const insert = db.prepare('INSERT INTO custody_log (seq, entry, hash) VALUES (?, ?, ?)');
    for (const { seq, entry, hash } of custody) insert.run(seq, entry, hash);
  }
  const heads = Map.groupBy(branches, ({ head }) => head);
  for (const entries of heads.values()) gaps.push(...keepBranch(db, entries));
  return gaps;
}

/** What a case cannot be without, made anew where it is lost; what that means, a sentence each. */
function refillKeys(db: Database): string[] {
  const notes: string[] = [];
  if (count(db, 'hash_seed') === 0) {
    db.exec('INSERT INTO hash_seed VALUES (abs(random()) % 4294967296, abs(random()) % 4294967296)');
    notes.push('Rows that are imported from now on cannot be told from the same ones imported before.');
  }
  if (count(db, 'redaction_key') === 0) {
    db.exec('INSERT INTO redaction_key VALUES (randomblob(32))');
    notes.push('Pseudonyms of bundles exported from now on are not those of bundles exported before.');
  }
  return notes;
}

function refillProperties(db: Database): string[] {
  const insert = db.prepare("INSERT OR IGNORE INTO record (kind, id, body) VALUES ('property', ?, ?)");
  const put = (id: string, value: string) => insert.run(id, canonicalJson({ value })).changes === 1;
  const notes: string[] = [];
  if (put('id', uuidv7()))
    notes.push('The case has a new id: that it is a copy of the one it was cannot be told by it any more.');
  if (put('name', 'Recovered case')) notes.push('The name of the case is lost.');
  return notes;
}

function count(db: Database, table: string): number {
  return db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
}

interface Told {
  readonly named: number;
  readonly records: number;
  readonly remade: readonly { readonly fromLog: boolean }[];
  readonly analysis: boolean;
  readonly unplaced: number;
}

function notesOf({ named, records, remade, analysis, unplaced }: Told): string[] {
  const fromLog = remade.filter((source) => source.fromLog).length;
  const told: (readonly [boolean | number, string])[] = [
    [named, `${named} accounts have lost their names; their rows are kept under "name lost, account N".`],
    [records, `${records} things people wrote were written again from the acts of the history.`],
    [
      fromLog,
      `${fromLog} records of sources were made again from the custody log, without what stands only in the record.`,
    ],
    [
      remade.length - fromLog,
      `${remade.length - fromLog} sources have lost their record, their file name and their hash; their rows are kept.`,
    ],
    [
      analysis,
      'The analysis was left out, because a part of it or of the data that it was made from is gone. Run it again.',
    ],
    [
      unplaced,
      `${unplaced} whole pages of rows were left out, because nothing tells any more which table they are of.`,
    ],
  ];
  return told.flatMap(([holds, sentence]) => (holds ? [sentence] : []));
}
