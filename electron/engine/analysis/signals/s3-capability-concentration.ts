import { CAPABILITIES } from '../content/capability-rules.ts';
import { isHighTrainingValue } from '../content/classify-capability.ts';
import { actorsLike, actorsOf } from './actors.ts';
import { perContext } from './per-context.ts';
import { LEAST_REQUESTS, placeAmong, placeWords, weighedBits } from './place.ts';
import { withoutText } from './readable.ts';
import type { AccountValues, Signal, SignalContext } from './signal.ts';
import { counted, percent } from './words.ts';

const CLASSES = CAPABILITIES.length;
const HIGH = Array.from(CAPABILITIES.keys()).filter(isHighTrainingValue);
/** Requests at the cohort's mix that are added to an account's own. */
const PSEUDO_REQUESTS = 20;

/** Requests of each class, account by account or actor by actor, and all of them. */
interface Table {
  readonly counts: Float64Array;
  readonly n: Float64Array;
}

const tables = perContext((context: SignalContext) => {
  const { data, digests } = context;
  const accounts = emptyTable(data.accounts.length);
  for (let i = 0; i < data.rows; i++) {
    const prompt = data.prompt[i];
    if (prompt === 0 || prompt > digests.texts) continue;
    accounts.counts[data.account[i] * CLASSES + digests.capability[prompt]]++;
    accounts.n[data.account[i]]++;
  }
  const { of, accounts: grouped } = actorsOf(context);
  const actors = emptyTable(grouped.length);
  for (let a = 0; a < of.length; a++) {
    for (let c = 0; c < CLASSES; c++) actors.counts[of[a] * CLASSES + c] += accounts.counts[a * CLASSES + c];
    actors.n[of[a]] += accounts.n[a];
  }
  const mixes = context.cohorts.members.map((members) => mixOf(accounts, members));
  return { accounts, actors, mixes };
});

function emptyTable(rows: number): Table {
  return { counts: new Float64Array(rows * CLASSES), n: new Float64Array(rows) };
}

/** Mean of the shares of those with 50 requests or more, one more of equal shares among them: never 0. */
function mixOf({ counts, n }: Table, rows: Uint32Array): Float64Array {
  const mix = new Float64Array(CLASSES).fill(1 / CLASSES);
  let counted = 1;
  for (const row of rows) {
    if (n[row] < LEAST_REQUESTS) continue;
    for (let c = 0; c < CLASSES; c++) mix[c] += counts[row * CLASSES + c] / n[row];
    counted++;
  }
  return mix.map((sum) => sum / counted);
}

/** Bits by which classes of high training value stand above the mix: sum of p log2(p / q) where p > q. */
function excess({ counts, n }: Table, row: number, mix: Float64Array): number {
  let bits = 0;
  for (const c of HIGH) {
    const p = (counts[row * CLASSES + c] + PSEUDO_REQUESTS * mix[c]) / (n[row] + PSEUDO_REQUESTS);
    if (p > mix[c]) bits += p * Math.log2(p / mix[c]);
  }
  return bits;
}

/** S3: how far the mix of capabilities leans, against the cohort, to those that serve training. */
export const capabilityConcentration: Signal = {
  id: 'S3',
  title: 'Capability concentration',
  family: 'content',
  measures:
    'How far the mix of capabilities leans to those of high training value: the sum, over coding, mathematics, agentic tasks, reasoning, data analysis and computer use where their share p is above the cohort share q, of p times log2(p / q), which is that part of the Kullback-Leibler divergence; 20 requests at the mix of the cohort are added.',
  unit: 'bits per request',
  direction: 'high',
  innocent: [
    'A vertical product, such as a coding assistant or a mathematics tutor, draws on one capability alone.',
    'An enterprise with agents in one process asks for the same kind of work all the time.',
    'A product that grades or moderates content stays within its one task.',
  ],
  disabled: withoutText,
  accounts(context): AccountValues {
    const { accounts, mixes } = tables(context);
    const { cohorts } = context;
    return {
      values: Float64Array.from(accounts.n, (n, a) =>
        n < LEAST_REQUESTS ? Number.NaN : excess(accounts, a, mixes[cohorts.of[a]]),
      ),
      n: Uint32Array.from(accounts.n),
      detail: (a) => describe(accounts.counts.subarray(a * CLASSES), accounts.n[a], mixes[cohorts.of[a]]),
    };
  },
  operator(context, members) {
    const { accounts, actors } = tables(context);
    const own = emptyTable(1);
    for (const a of members) {
      for (let c = 0; c < CLASSES; c++) own.counts[c] += accounts.counts[a * CLASSES + c];
      own.n[0] += accounts.n[a];
    }
    const n = own.n[0];
    if (n < LEAST_REQUESTS) return undefined;
    const others = actorsLike(context, members);
    const mix = mixOf(actors, others);
    const value = excess(own, 0, mix);
    const place = placeAmong(
      value,
      Float64Array.from(others, (actor) =>
        actors.n[actor] < LEAST_REQUESTS ? Number.NaN : excess(actors, actor, mix),
      ),
    );
    const bits = value > 0 ? weighedBits(place.p, n) : 0;
    return { value, n, bits, detail: `${describe(own.counts, n, mix)} ${placeWords(place)}` };
  },
};

/** The class of high training value that stands highest above the mix, as its location quotient. */
function describe(counts: Float64Array, n: number, mix: Float64Array): string {
  let best = -1;
  let most = 0;
  for (const c of HIGH) {
    const p = n > 0 ? counts[c] / n : 0;
    const gain = p > mix[c] ? p * Math.log2(p / mix[c]) : 0;
    if (gain > most) {
      most = gain;
      best = c;
    }
  }
  if (best < 0)
    return `No capability of high training value stands above its cohort in ${counted(n, 'request')}.`;
  const share = counts[best] / n;
  return `${percent(share)} of ${counted(n, 'request')} draw on ${CAPABILITIES[best].replaceAll('_', ' ')}, ${(share / mix[best]).toFixed(1)} times the mean share of its cohort (${percent(mix[best])}).`;
}
