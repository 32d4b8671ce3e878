import type { SignalInfo } from '../../../shared/contract/analysis.ts';
import {
  COHORT_TRAITS,
  type CohortKind,
  type CohortList,
  type CohortMember,
  type CohortRow,
  type CohortRule,
  type CohortTrait,
  LEAST_LEAST,
  MOST_LEAST,
  type SignalBand,
} from '../../../shared/contract/cohorts.ts';
import { formatCount, formatUnits } from '../../ui/format.ts';
import { signalValue } from '../analysis/signal-model.ts';

export const TRAIT_NAMES: Readonly<Record<CohortTrait, string>> = {
  plan: 'Plan',
  endpoint: 'Endpoint of most requests',
  declaredUse: 'Declared use',
  activity: 'Range of activity',
};

export const KIND_WORDS: Readonly<Record<CohortKind, string>> = {
  traits: 'made of traits',
  own: 'named by a person',
  reference: 'benign reference',
};

/** 'plan, declared use; at least 30 accounts' */
export function ruleWords({ traits, leastMembers }: CohortRule): string {
  const named = COHORT_TRAITS.filter((trait) => traits.includes(trait)).map((trait) =>
    TRAIT_NAMES[trait].toLowerCase(),
  );
  return `${named.length > 0 ? named.join(', ') : 'no trait'}; at least ${formatUnits(leastMembers, 'account')}`;
}

export function sameRule(one: CohortRule, other: CohortRule): boolean {
  const key = ({ traits, leastMembers }: CohortRule) => `${[...traits].sort().join()} ${leastMembers}`;
  return key(one) === key(other);
}

/** The least number of accounts as typed; null where it cannot be used. */
export function typedLeast(text: string): number | null {
  const number = /^\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return number >= LEAST_LEAST && number <= MOST_LEAST ? number : null;
}

/** '9 cohorts · 300 of 300 accounts under examination compared · 120 accounts of the benign reference' */
export function listSummary({ cohorts, examined, reference }: CohortList): string {
  const compared = cohorts?.reduce((sum, cohort) => sum + cohort.compared, 0) ?? 0;
  return [
    ...(cohorts ? [formatUnits(cohorts.length, 'cohort')] : []),
    `${formatCount(compared)} of ${formatUnits(examined, 'account')} under examination compared`,
    ...(reference > 0 ? [`${formatUnits(reference, 'account')} of the benign reference`] : []),
  ].join(' · ');
}

/** How an account stands to a cohort, in words. */
export function standingWords({ shapes, compared, fallback }: CohortMember, kind: CohortKind): string {
  if (kind === 'reference') return shapes ? 'shapes the bands' : 'compared with it';
  if (fallback)
    return shapes
      ? 'shapes the bands; compared where the reference cannot tell'
      : 'compared where the reference cannot tell';
  if (compared)
    return shapes ? 'compared with it, shapes the bands' : 'compared with it, left out of the bands';
  return 'shapes the bands; compared with another cohort';
}

/** Cohorts that accounts may be moved to: all but the one they are in. */
export function targets(cohorts: readonly CohortRow[], name: string): readonly CohortRow[] {
  return cohorts.filter((cohort) => cohort.name !== name);
}

/** Whether an account is compared with it; of the reference there are cohorts for which none fits better. */
export function isUsed({ kind, compared }: CohortRow): boolean {
  return kind !== 'reference' || compared > 0;
}

/** Fewer accounts than a cohort must have to be made of traits: its bands say little. */
export function isSmall({ accounts }: CohortRow, { leastMembers }: CohortRule): boolean {
  return accounts < leastMembers;
}

/** A signal's band as it is read and drawn. */
export interface BandRow {
  readonly info: SignalInfo;
  readonly accounts: number;
  /** 5th, 25th, 50th, 75th and 95th percentile. */
  readonly values: readonly string[];
  readonly unit: string;
  /** Places of the middle three between the outer two, 0 to 1; null where those coincide. */
  readonly places: readonly [number, number, number] | null;
}

export function bandRows(bands: readonly SignalBand[], infos: readonly SignalInfo[]): readonly BandRow[] {
  return infos.flatMap((info) => {
    const band = bands.find(({ id }) => id === info.id);
    if (!band) return [];
    const { accounts, p5, p25, p50, p75, p95 } = band;
    const shown = [p5, p25, p50, p75, p95].map((value) => signalValue(value, info.unit));
    const at = (value: number) => (value - p5) / (p95 - p5);
    return [
      {
        info,
        accounts,
        values: shown.map(({ text }) => text),
        unit: shown[0].unit,
        places: p95 > p5 ? [at(p25), at(p50), at(p75)] : null,
      },
    ];
  });
}
