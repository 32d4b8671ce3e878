import { createHash, randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { SharedPackage } from '../../../shared/contract/sharing.ts';
import { accountsOfOperators } from '../analysis/accounts-of-operators.ts';
import { APP } from '../app-version.ts';
import { replaceFile } from '../bundle/replace-file.ts';
import { cannotWrite } from '../case/cannot-write.ts';
import type { Case } from '../case/case.ts';
import { nowUs } from '../clock.ts';
import { appendCustody } from '../custody/log.ts';
import type { Job } from '../jobs/job.ts';
import { falseMatches, MOST_COMPARED } from './false-matches.ts';
import { KeyedHash } from './keyed-hash.ts';
import { packSketch } from './min-hash.ts';
import { type OverlapPackage, packageForm } from './package-form.ts';
import { sharedValues } from './shared-values.ts';
import { sketchUnit, type UnitSketch } from './sketch-units.ts';

/** What a fixed text becomes under the secret tells one secret from another. */
export const SECRET_PROBE = ['secret', 'stillwatch-overlap'] as const;

const NOTE =
  'Sketches for testing whether two organisations see the same operators. They hold no prompt, name or identifier. Who knows the agreed secret can test guesses against them, so keep both as carefully as what they were made from, and remove them when they expire.';

export interface ToShare {
  readonly operators: readonly string[];
  readonly secret: string;
  readonly from: string;
  readonly expiresUs: number;
}

/** See the call `sharing.share`. The package is a JSON file of its own, whole or not there at all. */
export function share(open: Case, target: string, what: ToShare, job: Job): Promise<SharedPackage> {
  return open.during(job, async (running) => {
    open.refuseIfReadOnly();
    if (what.expiresUs <= nowUs())
      throw new StillwatchError(
        'BAD_ARGS',
        'The day of expiry has passed already. Nothing was written. Give a later one.',
      );
    const { db } = open;
    for (const operator of what.operators)
      if (accountsOfOperators(db, [operator]).length === 0)
        throw new StillwatchError(
          'NOT_FOUND',
          `The last analysis has no operator ${operator} with accounts in this case. Nothing was written.`,
        );
    const salt = randomBytes(16);
    const hash = await KeyedHash.from(what.secret, salt);
    const holders = await sharedValues(db, running);
    const shared = [...new Set(what.operators)].sort();
    const others = (
      db.prepare('SELECT id FROM analysis_operator ORDER BY id').pluck().all() as string[]
    ).filter((id) => !shared.includes(id));
    const compared = [...shared, ...others].slice(0, Math.max(MOST_COMPARED, shared.length));
    const sketches = compared.map((id) => sketchUnit(db, id, holders, hash));
    const form = packageOf(sketches.slice(0, shared.length), {
      madeBy: `${APP.name} ${APP.version}`,
      from: what.from,
      madeUs: nowUs(),
      expiresUs: what.expiresUs,
      salt: salt.toString('hex'),
      secretToken: hash.token(...SECRET_PROBE),
      falseMatches: falseMatches(sketches),
    });
    const text = `${JSON.stringify(form, null, 1)}\n`;
    await replaceFile(target, running.signal, async (file) => {
      await file.writeFile(text);
    });
    const sha256 = createHash('sha256').update(text).digest('hex');
    const detail = { file: basename(target), sha256, operators: shared, expiresUs: what.expiresUs };
    try {
      open.db
        .transaction(() => appendCustody(db, { action: 'overlap.share', author: open.author, detail }))
        .immediate();
    } catch (error) {
      throw cannotWrite(error, 'The package was written, but that is not in the custody log.');
    }
    const sum = (of: (unit: OverlapPackage['units'][number]) => number) =>
      form.units.reduce((total, unit) => total + of(unit), 0);
    return {
      file: basename(target),
      sha256,
      units: form.units.length,
      tokens: sum(({ identifiers }) => Object.values(identifiers).flat().length),
      templates: sum(({ templates }) => templates.length),
      falseMatches: form.falseMatches,
    };
  });
}

type Head = Omit<OverlapPackage, 'format' | 'version' | 'note' | 'units'>;

/** In the order of their tokens, so that the order tells nothing of how the case names or ranks them. */
function packageOf(sketches: readonly UnitSketch[], head: Head): OverlapPackage {
  const units = sketches.map(({ accounts, identifiers, templates, timing }) => ({
    accounts: rounded(accounts),
    identifiers: Object.fromEntries(identifiers),
    templates: templates.map(packSketch).sort(),
    timing: timing && packSketch(timing),
  }));
  const keyed = units.map((unit) => ({ unit, key: JSON.stringify(unit) }));
  keyed.sort((one, other) => (one.key < other.key ? -1 : 1));
  return packageForm.parse({
    format: 'stillwatch-overlap',
    version: 1,
    ...head,
    note: NOTE,
    units: keyed.map(({ unit }, i) => ({ unit: `unit-${i + 1}`, ...unit })),
  });
}

/** To one digit. */
function rounded(count: number): number {
  const digit = 10 ** Math.floor(Math.log10(Math.max(count, 1)));
  return Math.round(count / digit) * digit;
}
