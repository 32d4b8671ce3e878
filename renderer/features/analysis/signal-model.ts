import type { SignalInfo, SignalValue } from '../../../shared/contract/analysis.ts';

const significant = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 });
const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

export interface ShownValue {
  readonly text: string;
  readonly unit: string;
}

/** A signal's value as it is read: shares in percent of what they are shares of, all else in three digits. */
export function signalValue(value: number, unit: string): ShownValue {
  const share = /^share\b ?(.*)$/.exec(unit);
  if (share) {
    const percent = value * 100;
    const text = percent > 0 && percent < 0.1 ? '< 0.1 %' : `${significant.format(percent)} %`;
    return { text, unit: share[1] };
  }
  const text = Math.abs(value) >= 1000 ? whole.format(value) : significant.format(value);
  return { text: text.replace('-', '−'), unit };
}

/** `97th`, `91st`: a place from 0 to 100 in its cohort. */
export function ordinal(percentile: number): string {
  const place = Math.round(percentile);
  const teen = place % 100 >= 11 && place % 100 <= 13;
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th');
  return `${place}${ending}`;
}

/** The bits that fill half of a bar: those of the strongest signal, but never less than four. */
export function bitsScale(signals: readonly SignalValue[]): number {
  return Math.max(4, ...signals.map(({ bits }) => Math.abs(bits)));
}

/** The one cohort of all signals; null where they differ. */
export function commonCohort(signals: readonly SignalValue[]): string | null {
  const cohorts = new Set(signals.map(({ cohort }) => cohort));
  return cohorts.size === 1 ? signals[0].cohort : null;
}

export interface SignalGroups {
  /** Measured, with what the signal is; in the order given. */
  readonly measured: readonly { readonly value: SignalValue; readonly info: SignalInfo }[];
  /** The case's data cannot carry them. */
  readonly disabled: readonly SignalInfo[];
  /** The data can, but there is too little here to measure. */
  readonly silent: readonly SignalInfo[];
}

export function groupSignals(signals: readonly SignalValue[], infos: readonly SignalInfo[]): SignalGroups {
  const byId = new Map(infos.map((info) => [info.id, info]));
  const present = new Set(signals.map(({ id }) => id));
  return {
    measured: signals.flatMap((value) => {
      const info = byId.get(value.id);
      return info ? [{ value, info }] : [];
    }),
    disabled: infos.filter(({ disabled }) => disabled !== null),
    silent: infos.filter(({ id, disabled }) => disabled === null && !present.has(id)),
  };
}
