import { basename } from 'node:path';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { MergeResult } from '../../../shared/contract/merge.ts';
import { RECORDS, type RecordKind } from '../../../shared/records/records.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { Case } from '../case/case.ts';
import type { Database } from '../case/database.ts';
import { assertReadableCase, SCHEMA_VERSION, schemaVersion } from '../case/migrate.ts';
import { cannotOpen, unlock } from '../case/unlock.ts';
import { nowUs } from '../clock.ts';
import { act } from '../commands/act.ts';
import { checkBranches, entriesInCommon, keepBranches } from '../custody/branches.ts';
import { verifyChain } from '../custody/log.ts';
import type { RecordChange } from '../records/change.ts';
import { commonAncestor, lastAuthors, readRecords } from './copies.ts';
import { type Copy, keyOf, mergeThreeWay, splitKey } from './three-way.ts';

/**
 * Joins another copy of the case into this one, as one act that can be undone; its custody log is kept beside this
 * one's. Requests are not merged: sources that only the other copy holds are named, to be imported.
 * @param dry tells what would happen, and writes nothing
 * @throws StillwatchError those of opening a case; BAD_ARGS for another case or another schema, CASE_DAMAGED where its
 * custody log does not hold or its records are none
 */
export async function mergeCase(
  open: Case,
  path: string,
  passphrase: string | null,
  dry: boolean,
): Promise<MergeResult> {
  open.refuseIfReadOnly();
  const { db: other } = await unlock(path, passphrase, true);
  try {
    return join(open, other, basename(path).toWellFormed(), dry);
  } catch (error) {
    throw cannotOpen(error);
  } finally {
    other.close();
  }
}

function join(open: Case, other: Database, file: string, dry: boolean): MergeResult {
  const { db } = open;
  refuseUnfit(other);
  const theirs = checkedRecords(other);
  const mine = readRecords(db);
  const merged = mergeThreeWay(commonAncestor(db, other), copyOf(db, mine), copyOf(other, theirs));
  const changes = changesTo(mine, merged.records);
  const of = (what: 'added' | 'changed' | 'removed') =>
    changes.filter(({ kind, id, body }) => {
      if (kind === 'conflict') return false;
      const had = mine.has(keyOf(kind, id));
      return what === 'added' ? !had : had && (body === null) === (what === 'removed');
    }).length;
  const sources = (of: Database) =>
    of.prepare('SELECT sha256, file FROM source WHERE published = 1 ORDER BY file').all() as {
      sha256: string;
      file: string;
    }[];
  const hereHashes = new Set(sources(db).map(({ sha256 }) => sha256));
  const result: MergeResult = {
    added: of('added'),
    changed: of('changed'),
    removed: of('removed'),
    conflicts: [...merged.conflicts.keys()].filter((id) => !mine.has(keyOf('conflict', id))).length,
    sourcesOnlyThere: sources(other).filter(({ sha256 }) => !hereHashes.has(sha256)),
  };
  const last = other.prepare('SELECT id FROM command ORDER BY seq DESC LIMIT 1').pluck().get() as string;
  const known =
    mine.has(keyOf('mergedCopy', last)) ||
    db.prepare('SELECT 1 FROM command WHERE id = ?').get(last) !== undefined;
  // A copy that did nothing since adds nothing, not even its having been merged.
  if (dry || (known && changes.length === 0)) return result;
  db.transaction(() => {
    const inCommon = entriesInCommon(db, other);
    const custodyHead = keepBranches(db, other, inCommon);
    const body = { file, custodyHead, inCommon, by: open.author, atUs: nowUs() };
    act(open, {
      action: 'case.merge',
      title: `merge the copy ${file}`,
      changes: known ? changes : [...changes, { kind: 'mergedCopy', id: last, body }],
    });
  }).immediate();
  return result;
}

function refuseUnfit(other: Database): void {
  assertReadableCase(other);
  const version = schemaVersion(other);
  if (version !== SCHEMA_VERSION)
    throw new StillwatchError(
      'BAD_ARGS',
      `The other copy was last used by an older Stillwatch (schema ${version}, this one writes ${SCHEMA_VERSION}). Nothing was changed. Open it once with this version, then merge it.`,
    );
  const { firstBad } = verifyChain(other);
  const [badBranch] = checkBranches(other);
  if (firstBad === null && !badBranch) return;
  throw new StillwatchError(
    'CASE_DAMAGED',
    `Entry ${firstBad ?? badBranch.seq} of the other copy's custody log does not hold. Nothing was changed. Find out what happened to that copy before you merge it.`,
  );
}

/** The records of the other copy, each of its kind's form: a case is a file that anybody may have written. */
function checkedRecords(other: Database): Map<string, unknown> {
  const records = readRecords(other);
  for (const [key, body] of records) {
    const { kind } = splitKey(key);
    const form = Object.hasOwn(RECORDS, kind) ? RECORDS[kind as RecordKind] : undefined;
    if (form?.safeParse(body).success) continue;
    throw new StillwatchError(
      'CASE_DAMAGED',
      'The other copy holds something that Stillwatch does not write. Nothing was changed. Find out what happened to that copy before you merge it.',
    );
  }
  return records;
}

function copyOf(db: Database, records: Map<string, unknown>): Copy {
  const authors = lastAuthors(db);
  return { records, authorOf: (key) => authors.get(key) ?? null };
}

function changesTo(mine: ReadonlyMap<string, unknown>, merged: ReadonlyMap<string, unknown>): RecordChange[] {
  const keys = [...new Set([...mine.keys(), ...merged.keys()])].sort();
  return keys.flatMap((key) => {
    const [before, body] = [mine.get(key) ?? null, merged.get(key) ?? null];
    if (canonicalJson(before) === canonicalJson(body)) return [];
    return { ...splitKey(key), body } as RecordChange;
  });
}
