import { z } from 'zod';
import {
  CALIBRATION_NOTE,
  EVIDENCE_FAMILIES,
  SIGNAL_IDS,
  type SignalValue,
} from '../../../../../shared/contract/analysis.ts';
import { COHORT_TRAITS, type Cohort } from '../../../../../shared/contract/cohorts.ts';
import { readAccount } from '../../../analysis/results.ts';
import { readInfo } from '../../../analysis/store.ts';
import type { Database } from '../../../case/database.ts';
import { readCohort, readCohorts } from '../../../cohorts/stored-cohorts.ts';
import type { FilesOf } from '../../published/published.ts';
import { count, likelihood, signalValue, text } from '../field-shapes.ts';
import { csvFile, jsonFile, ndjsonFile, type Told } from '../file-of.ts';
import { byText } from '../order.ts';

const band = z.strictObject({
  id: z.enum(SIGNAL_IDS),
  accounts: count.describe('of the cohort that carry the signal'),
  p5: z.number(),
  p25: z.number(),
  p50: z.number(),
  p75: z.number(),
  p95: z.number(),
});

/** `data/signals/signals.json`: what each signal is, and where it lies in each cohort. */
export const signalsShape = z.strictObject({
  note: z.literal(CALIBRATION_NOTE),
  signals: z.array(
    z.strictObject({
      id: z.enum(SIGNAL_IDS),
      title: text,
      family: z.enum(EVIDENCE_FAMILIES),
      measures: text,
      unit: text,
      direction: z.enum(['high', 'low', 'both']),
      innocent: z.array(text).describe('innocent use that shows the same'),
      disabled: text.nullable().describe('why the data of this case cannot carry it'),
    }),
  ),
  cohorts: z.array(
    z.strictObject({
      name: text,
      kind: z.enum(['traits', 'own', 'reference']),
      traits: z.array(z.strictObject({ trait: z.enum(COHORT_TRAITS), value: text })),
      accounts: count.describe('that shape its bands'),
      requests: count,
      compared: count.describe('accounts under examination compared with it'),
      fallback: count,
      bands: z.array(band),
    }),
  ),
});

/** A line of `data/signals/signals.ndjson`: an account with its signals, those that add most bits first. */
export const accountSignalsShape = z.strictObject({
  account: text,
  score: z.number(),
  likelihood,
  operator: text.nullable(),
  signals: z.array(signalValue),
});

export const signalsFiles: FilesOf = async ({ open: { db } }) => [
  jsonFile(
    'data/signals/signals.json',
    signalsShape,
    (): Told<z.infer<typeof signalsShape>> => ({
      note: CALIBRATION_NOTE,
      signals: (readInfo(db)?.signals ?? []).map((one) => ({
        id: one.id,
        title: one.title,
        family: one.family,
        measures: one.measures,
        unit: one.unit,
        direction: one.direction,
        innocent: one.innocent,
        disabled: one.disabled,
      })),
      cohorts: cohortsOf(db),
    }),
  ),
  ndjsonFile('data/signals/signals.ndjson', accountSignalsShape, () => accountSignals(db)),
  csvFile('data/signals/signals.csv', HEADER, function* () {
    const titles = new Map((readInfo(db)?.signals ?? []).map((one) => [one.id, one]));
    const cohorts = new Map(cohortsOf(db).map((one) => [one.name, one]));
    for (const { account, operator, signals } of accountSignals(db))
      for (const signal of signals) {
        const cohort = cohortOf(cohorts, signal);
        const lies = bandOf(cohort, signal);
        yield [
          account,
          operator,
          signal.id,
          titles.get(signal.id)?.title ?? null,
          signal.value,
          titles.get(signal.id)?.unit ?? null,
          signal.n,
          signal.percentile,
          signal.bits,
          signal.cohort,
          cohort?.accounts ?? null,
          lies?.accounts ?? null,
          lies?.p5 ?? null,
          lies?.p50 ?? null,
          lies?.p95 ?? null,
          lies ? placeIn(lies, signal.value) : null,
          signal.detail,
          CALIBRATION_NOTE,
        ];
      }
  }),
];

const HEADER = [
  'account',
  'operator',
  'signal',
  'title',
  'value',
  'unit',
  'n',
  'percentile',
  'bits',
  'cohort',
  'cohort_accounts',
  'cohort_accounts_with_signal',
  'cohort_p5',
  'cohort_p50',
  'cohort_p95',
  'place',
  'detail',
  'note',
];

/** In the order of lists: those made of traits first, then those of people, then those of the reference. */
function cohortsOf(db: Database): Cohort[] {
  return (readCohorts(db).cohorts ?? []).map(({ name }) => readCohort(db, name));
}

function* accountSignals(db: Database) {
  const accounts = db.prepare('SELECT account FROM analysis_account').pluck().all() as string[];
  for (const account of accounts.sort(byText)) {
    const { score } = readAccount(db, account);
    yield {
      account,
      score: score.score,
      likelihood: score.likelihood,
      operator: score.operator,
      signals: score.signals,
    };
  }
}

/** `230 accounts: plan pro` says how many of the cohort carry the signal, then its name, which may be the end of another's. */
function cohortOf(cohorts: ReadonlyMap<string, Cohort>, { cohort }: SignalValue): Cohort | undefined {
  const name = /^[\d,]+ accounts?: (.*)$/s.exec(cohort)?.[1];
  return name === undefined ? undefined : cohorts.get(name);
}

function bandOf(cohort: Cohort | undefined, { id }: SignalValue) {
  return cohort?.bands.find((one) => one.id === id);
}

function placeIn({ p5, p95 }: z.infer<typeof band>, value: number): string {
  if (value < p5) return 'below the 5th percentile';
  return value > p95 ? 'above the 95th percentile' : 'within the band';
}
