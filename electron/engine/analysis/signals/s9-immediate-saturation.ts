import { DAY_US, HOUR_US } from '../coordination/bin-counts.ts';
import type { Dataset } from '../dataset.ts';
import { percentileIn, quantileOf } from '../statistics/percentile.ts';
import { LEAST_REQUESTS } from './place.ts';
import type { AccountValues, Signal, SignalContext } from './signal.ts';
import { timeWindow } from './time-window.ts';
import { count, counted } from './words.ts';

/** What the busiest tenth of a plan's account-days takes stands for its quota, which no log states. */
const FULL_DAY = 0.9;
const SATURATED = 0.8;
/** With fewer accounts on a plan its median says little. */
const LEAST_PLAN = 5;
/** Not known, because registered before the data begin: the middle of the plan. */
const UNKNOWN_PLACE = 0.5;

interface Use {
  /** Requests with a time and a number of tokens. */
  readonly n: number;
  readonly tokens: number;
  readonly activeDays: number;
}

/** Input and output tokens of a row; 0 where neither is given. */
function tokensOf({ inputTokens, outputTokens }: Dataset, row: number): number {
  return (inputTokens[row] > 0 ? inputTokens[row] : 0) + (outputTokens[row] > 0 ? outputTokens[row] : 0);
}

/** S9: whether an account worked at full load from the start, and above its plan. */
export const immediateSaturation: Signal = {
  id: 'S9',
  title: 'Immediate saturation and plan ratio',
  family: 'pacing',
  measures:
    'The mean of two places among accounts of the same plan: of the tokens of an active day, and of how soon after registration the tokens of 24 hours reached 80 % of a full day, which is what the busiest tenth of the plan’s account-days takes. An account registered before the data begin stands in the middle of the second.',
  unit: 'place from 0 to 1',
  direction: 'high',
  innocent: [
    'A customer who moves over from another provider starts at full load on the first day.',
    'A company that waited for its seats to be bought uses them at once when they come.',
    'A batch job is set up, run at the limit and done.',
  ],
  disabled(context) {
    const { data, traits } = context;
    if (!timeWindow(context)) return 'No request has a time that can be read.';
    if (!data.inputTokens.some((n) => n > 0) && !data.outputTokens.some((n) => n > 0))
      return 'No request carries a number of tokens.';
    return traits.some(({ record }) => record !== null && record.createdUs !== null)
      ? null
      : 'No account record carries a time of registration.';
  },
  accounts(context): AccountValues {
    const { data, traits } = context;
    const uses: Use[] = [];
    const plans = new Map<string, Plan>();
    for (let a = 0; a < data.accounts.length; a++) {
      const plan = plans.get(traits[a].plan) ?? new Plan();
      plans.set(traits[a].plan, plan);
      uses.push(plan.add(data, a));
    }
    for (const plan of plans.values()) plan.finish();
    const hours = hoursToSaturation(context, plans);
    for (let a = 0; a < uses.length; a++) {
      if (uses[a].n >= LEAST_REQUESTS && !Number.isNaN(hours[a])) planOf(a).hours.push(hours[a]);
    }
    for (const { hours } of plans.values()) hours.sort((one, other) => one - other);
    return {
      values: Float64Array.from(uses, (use, a) => place(use, a)),
      n: Uint32Array.from(uses, ({ n }) => n),
      detail: (a) => describe(uses[a], planOf(a), hours[a], traits[a].plan),
    };

    function planOf(a: number): Plan {
      return plans.get(traits[a].plan) ?? new Plan();
    }

    function place(use: Use, a: number): number {
      const plan = planOf(a);
      if (use.n < LEAST_REQUESTS || plan.rates.length < LEAST_PLAN) return Number.NaN;
      const load = percentileIn(plan.rates, use.tokens / use.activeDays);
      const soon = Number.isNaN(hours[a]) ? UNKNOWN_PLACE : 1 - percentileIn(plan.hours, hours[a]);
      return (load + soon) / 2;
    }
  },
};

/** What the accounts of one plan use. */
class Plan {
  /** Tokens per active day of accounts with 50 requests or more; ascending once finished. */
  readonly rates: number[] = [];
  /** Hours to saturation where known, ascending; infinite for never. */
  readonly hours: number[] = [];
  /** Tokens of each account-day. */
  private readonly days: number[] = [];
  fullDay = Number.NaN;

  add(data: Dataset, a: number): Use {
    let n = 0;
    let tokens = 0;
    let activeDays = 0;
    let day = Number.NaN;
    let ofDay = 0;
    for (let i = data.from[a]; i < data.from[a + 1]; i++) {
      const more = tokensOf(data, i);
      if (!(more > 0) || Number.isNaN(data.timeUs[i])) continue;
      const today = Math.floor(data.timeUs[i] / DAY_US);
      if (today !== day) {
        if (activeDays > 0) this.days.push(ofDay);
        activeDays++;
        ofDay = 0;
        day = today;
      }
      ofDay += more;
      tokens += more;
      n++;
    }
    if (activeDays > 0) this.days.push(ofDay);
    if (n >= LEAST_REQUESTS) this.rates.push(tokens / activeDays);
    return { n, tokens, activeDays };
  }

  finish(): void {
    this.rates.sort((one, other) => one - other);
    this.fullDay = quantileOf(Float64Array.from(this.days).sort(), FULL_DAY);
  }
}

/**
 * Hours from registration to the first request at which the 24 hours before hold 80 % of a full day; infinite where
 * none does, NaN where registration is unknown or before the data begin.
 */
function hoursToSaturation(context: SignalContext, plans: ReadonlyMap<string, Plan>): Float64Array {
  const { data, traits } = context;
  const begin = timeWindow(context)?.firstUs ?? Number.NaN;
  return Float64Array.from(data.accounts, (_, a) => {
    const created = traits[a].record?.createdUs ?? Number.NaN;
    if (!(created >= begin)) return Number.NaN;
    const level = SATURATED * (plans.get(traits[a].plan)?.fullDay ?? Number.NaN);
    let tokens = 0;
    let oldest = data.from[a];
    for (let i = oldest; i < data.from[a + 1]; i++) {
      const time = data.timeUs[i];
      if (Number.isNaN(time)) break;
      tokens += tokensOf(data, i);
      while (data.timeUs[oldest] < time - DAY_US) tokens -= tokensOf(data, oldest++);
      if (tokens >= level) return Math.max(0, time - created) / HOUR_US;
    }
    return Number.POSITIVE_INFINITY;
  });
}

function describe({ tokens, activeDays }: Use, plan: Plan, hours: number, name: string): string {
  const rate = tokens / activeDays;
  const ratio = rate / quantileOf(plan.rates, 0.5);
  const compared = Number.isNaN(ratio)
    ? ''
    : `, ${ratio.toFixed(1)} times the median of ${counted(plan.rates.length, 'account')} ${name ? `on plan ${name}` : 'without a stated plan'}`;
  const start = Number.isNaN(hours)
    ? 'How soon it began cannot be told, for it was registered before the data begin or at an unknown time.'
    : hours === Number.POSITIVE_INFINITY
      ? 'It never reached 80 % of a full day of its plan.'
      : `It reached 80 % of a full day of its plan ${hours.toFixed(1)} hours after registration.`;
  return `${count(rate)} tokens on each of ${counted(activeDays, 'active day')}${compared}. ${start}`;
}
