import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { Overlap, OverlapResult } from '../../../shared/contract/sharing.ts';
import { formatUtc } from '../../../shared/time/zone.ts';
import { accountsOfOperators } from '../analysis/accounts-of-operators.ts';
import type { Case } from '../case/case.ts';
import type { Database } from '../case/database.ts';
import { nowUs } from '../clock.ts';
import { appendCustody } from '../custody/log.ts';
import type { Job } from '../jobs/job.ts';
import { busyHours } from './busy-hours.ts';
import { KeyedHash, TOKEN_BITS } from './keyed-hash.ts';
import { LEAST_TIMING, LEAST_WORDING } from './matches.ts';
import { likenessOf, minHash, unpackSketch } from './min-hash.ts';
import { type OverlapPackage, readPackage } from './package-form.ts';
import { SECRET_PROBE } from './share.ts';
import { type SharedKind, sharedValues } from './shared-values.ts';
import { wordingShingles } from './wording-shingles.ts';

/** Bytes of a package at most: a larger file is none. */
const MOST_BYTES = 256 * 1024 * 1024;
const NAMED_ACCOUNTS = 100;

/** See the call `sharing.test`. That it was tested, and how much overlaps, stands in the custody log. */
export function testOverlap(open: Case, path: string, secret: string, job: Job): Promise<OverlapResult> {
  return open.during(job, async (running) => {
    const name = basename(path);
    const form = readPackage(await textOf(path), name);
    if (form.expiresUs <= nowUs())
      throw new StillwatchError(
        'BAD_BUNDLE',
        `${name} expired on ${formatUtc(form.expiresUs)}. Nothing was compared. Remove it, and ask for a new one if it is still needed.`,
      );
    const hash = await KeyedHash.from(secret, Buffer.from(form.salt, 'hex'));
    if (hash.token(...SECRET_PROBE) !== form.secretToken)
      throw new StillwatchError(
        'WRONG_PASSPHRASE',
        `${name} was made with another secret. Nothing was compared. Ask whoever made it which secret was agreed.`,
      );
    const { overlaps: identifiers, here, there } = await sameIdentifiers(open.db, form, hash, running);
    const overlaps = [
      ...identifiers,
      ...likeWordings(open.db, form, hash),
      ...likeTimings(open.db, form, hash),
    ];
    if (!open.readOnly) {
      const detail = { file: name, from: form.from, units: form.units.length, overlaps: overlaps.length };
      open.db
        .transaction(() => appendCustody(open.db, { action: 'overlap.test', author: open.author, detail }))
        .immediate();
    }
    return {
      from: form.from,
      madeUs: form.madeUs,
      expiresUs: form.expiresUs,
      units: form.units.length,
      overlaps,
      chance: { here, there, expected: (here * there) / 2 ** TOKEN_BITS },
      falseMatches: form.falseMatches,
    };
  });
}

async function textOf(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new StillwatchError(
      'FILE_UNREADABLE',
      `${basename(path)} cannot be read (${error.code}). Check that it is still there and that you may read it.`,
    );
  });
  return bytes.length > MOST_BYTES ? '' : bytes.toString('utf8');
}

async function sameIdentifiers(db: Database, form: OverlapPackage, hash: KeyedHash, job: Job) {
  const units = new Map<string, string[]>();
  let there = 0;
  for (const { unit, identifiers } of form.units) {
    for (const [kind, tokens] of Object.entries(identifiers)) {
      there += tokens.length;
      for (const token of tokens) {
        const key = `${kind} ${token}`;
        units.set(key, [...(units.get(key) ?? []), unit]);
      }
    }
  }
  const overlaps: Overlap[] = [];
  let here = 0;
  for (const [kind, values] of await sharedValues(db, job)) {
    here += values.size;
    for (const [value, carriers] of values)
      for (const unit of units.get(`${kind} ${hash.token(kind, value)}`) ?? [])
        overlaps.push({
          ...overlapOf(unit, 'identifier', kind),
          here: value,
          likeness: 1,
          ...named(db, carriers),
        });
  }
  return { overlaps: overlaps.sort(byUnit), here, there };
}

function likeWordings(db: Database, form: OverlapPackage, hash: KeyedHash): Overlap[] {
  const theirs = form.units.flatMap(({ unit, templates }) =>
    templates.map((sketch) => ({ unit, sketch: unpackSketch(sketch) as Uint32Array })),
  );
  if (theirs.length === 0) return [];
  const overlaps: Overlap[] = [];
  const templates = db.prepare('SELECT rank, id, text FROM analysis_template ORDER BY rank').all();
  for (const { rank, id, text } of templates as { rank: number; id: string; text: string }[]) {
    const shingles = wordingShingles(text);
    if (shingles.size === 0) continue;
    const own = minHash(hash, 'wording', shingles);
    const best = new Map<string, number>();
    for (const { unit, sketch } of theirs)
      best.set(unit, Math.max(likenessOf(own, sketch), best.get(unit) ?? 0));
    for (const [unit, likeness] of best) {
      if (likeness < LEAST_WORDING) continue;
      const accounts = db
        .prepare(
          `SELECT a.id FROM analysis_template_account u JOIN account a ON a.external_id = u.account WHERE u.template = ?`,
        )
        .pluck()
        .all(rank) as number[];
      overlaps.push({ ...overlapOf(unit, 'template', ''), here: id, likeness, ...named(db, accounts) });
    }
  }
  return overlaps.sort(byUnit);
}

function likeTimings(db: Database, form: OverlapPackage, hash: KeyedHash): Overlap[] {
  const theirs = form.units.flatMap(({ unit, timing }) =>
    timing === null ? [] : [{ unit, sketch: unpackSketch(timing) as Uint32Array }],
  );
  if (theirs.length === 0) return [];
  const overlaps: Overlap[] = [];
  for (const operator of db
    .prepare('SELECT id FROM analysis_operator ORDER BY id')
    .pluck()
    .all() as string[]) {
    const accounts = accountsOfOperators(db, [operator]);
    const hours = busyHours(db, accounts);
    if (hours.length === 0) continue;
    const own = minHash(hash, 'hour', hours);
    for (const { unit, sketch } of theirs) {
      const likeness = likenessOf(own, sketch);
      if (likeness >= LEAST_TIMING)
        overlaps.push({ ...overlapOf(unit, 'timing', ''), here: operator, likeness, ...named(db, accounts) });
    }
  }
  return overlaps.sort(byUnit);
}

const overlapOf = (unit: string, evidence: Overlap['evidence'], kind: SharedKind | '') => ({
  unit,
  evidence,
  kind,
});

function byUnit(one: Overlap, other: Overlap): number {
  return (
    one.unit.localeCompare(other.unit, 'en', { numeric: true }) ||
    other.likeness - one.likeness ||
    (one.here < other.here ? -1 : 1)
  );
}

function named(db: Database, ids: Iterable<number>): Pick<Overlap, 'accounts' | 'ofAccounts'> {
  const nameOf = db.prepare('SELECT external_id FROM account WHERE id = ?').pluck();
  const accounts = [...ids].map((id) => nameOf.get(id) as string).sort();
  return { accounts: accounts.slice(0, NAMED_ACCOUNTS), ofAccounts: accounts.length };
}
