import { chanceOfNone, countFrequencies, type FrequencyCounts } from '../coverage/frequency-counts.ts';
import { rarefySingletonShare } from '../coverage/rarefy-singletons.ts';
import { resamplingP } from '../statistics/resampling.ts';
import { actorsLike, actorsOf } from './actors.ts';
import { groupsLike } from './groups-like.ts';
import { operatorRng } from './operator-rng.ts';
import { perContext } from './per-context.ts';
import { placeAmong, placeWords, weighedBits } from './place.ts';
import { withoutPrompts } from './readable.ts';
import type { AccountValues, Signal, SignalContext } from './signal.ts';
import { count, counted, percent } from './words.ts';

/** Requests at which accounts are compared. */
const AT = 100;
/** Requests at which operators are compared, the most that enough others have. */
const OPERATOR_AT = [5000, 2000, 1000, 500, 200, AT];
const LEAST_OTHERS = 50;
const DRAWS = 255;
const FAILED = /^[45]\d\d$/;
const TEMPLATES = 2 ** 32;

/** Collects what requests ask about: template and item where templated, else the prompt. */
class QuestionReader {
  private readonly context: SignalContext;
  private readonly failed: Uint8Array;

  constructor(context: SignalContext) {
    this.context = context;
    const { values } = context.data.status;
    // Software sends a failed request again; that is no second question.
    this.failed = Uint8Array.from([0, ...values.map((status) => (FAILED.test(status) ? 1 : 0))]);
  }

  read(accounts: ArrayLike<number>): FrequencyCounts {
    const { data, digests } = this.context;
    let most = 0;
    for (let m = 0; m < accounts.length; m++) most += data.from[accounts[m] + 1] - data.from[accounts[m]];
    const questions = new Float64Array(most);
    let n = 0;
    for (let m = 0; m < accounts.length; m++) {
      const end = data.from[accounts[m] + 1];
      for (let i = data.from[accounts[m]]; i < end; i++) {
        const prompt = data.prompt[i];
        if (prompt === 0 || this.failed[data.status.codes[i]]) continue;
        const template = digests.template[i];
        questions[n++] = template > 0 ? template * TEMPLATES + digests.item[prompt] : prompt;
      }
    }
    const sorted = questions.subarray(0, n).sort();
    const times = new Uint32Array(n);
    let different = 0;
    for (let i = 0; i < n; i++) {
      if (i > 0 && sorted[i] !== sorted[i - 1]) different++;
      times[different]++;
    }
    return countFrequencies(times.subarray(0, n > 0 ? different + 1 : 0));
  }
}

const questions = perContext((context: SignalContext) => {
  const reader = new QuestionReader(context);
  const accounts = context.data.accounts.map((_, a) => reader.read([a]));
  const actors = actorsOf(context).accounts.map((members) =>
    members.length === 1 ? accounts[members[0]] : reader.read(members),
  );
  return { reader, accounts, actors };
});

/** S7: whether questions ever come again, as they do in use and do not when a list is worked off. */
export const noRepeatSampling: Signal = {
  id: 'S7',
  title: 'No question twice',
  family: 'content',
  measures: `The share of questions asked exactly once that is expected among ${AT} requests drawn from those that did not fail (f1 / n at equal n). A question is what fills a template, or the whole prompt where none is followed.`,
  unit: `share of ${AT} requests`,
  direction: 'high',
  innocent: [
    'Batch translation, classification and back-filling of an index touch each document once.',
    'People who write freely seldom send the same words twice.',
    'Every request about a record, ticket or file of its own is unique by nature.',
  ],
  disabled: withoutPrompts,
  accounts(context): AccountValues {
    const { accounts } = questions(context);
    return {
      values: Float64Array.from(accounts, (counts) => rarefySingletonShare(counts, AT)),
      n: Uint32Array.from(accounts, ({ n }) => n),
      detail: (a) => describe(accounts[a]),
    };
  },
  operator(context, members) {
    const { reader, actors } = questions(context);
    const own = reader.read(members);
    const others = actorsLike(context, members);
    const at = OPERATOR_AT.find((m) => own.n >= m && enough(others, actors, m)) ?? AT;
    const value = rarefySingletonShare(own, at);
    if (Number.isNaN(value)) return undefined;
    const place = placeAmong(
      value,
      Float64Array.from(others, (actor) => rarefySingletonShare(actors[actor], at)),
    );
    const random = againstRandomGroups(context, members, own, at);
    const sentences = [
      describe(own),
      `Among ${count(at)} requests drawn from all its accounts, ${percent(value)} would stand alone.`,
      placeWords(place),
      random
        ? `Of ${DRAWS} random groups of as many accounts of the same cohorts ${count(random.asHigh)} would show as much.`
        : 'Its cohorts are too small to draw random groups from, and unrelated accounts seldom ask the same: this is not counted.',
    ];
    // The more accounts, the fewer questions come again among any strangers; and many accounts are one observation.
    const p = random ? Math.max(place.p, random.p) : 1;
    return { value, n: own.n, bits: weighedBits(p, own.n), detail: sentences.join(' ') };
  },
};

/** The same share in random groups, whose accounts are taken to have no question in common. */
function againstRandomGroups(
  context: SignalContext,
  members: Uint32Array,
  own: FrequencyCounts,
  at: number,
): { readonly asHigh: number; readonly p: number } | undefined {
  const { accounts } = questions(context);
  const value = rarefySingletonShare(own, at);
  const asking = members.filter((a) => accounts[a].n > 0);
  const rng = operatorRng(context, 'S7', members);
  const draw = groupsLike(context, members, asking, (a) => accounts[a].n > 0, rng);
  if (!draw) return undefined;
  let asHigh = 0;
  for (let k = 0; k < DRAWS; k++) {
    const group = Array.from(draw(), (a) => accounts[a]);
    const n = group.reduce((sum, one) => sum + one.n, 0);
    const m = Math.min(at, n);
    if (shareOfStrangers(group, n, m) >= (m === at ? value : rarefySingletonShare(own, m))) asHigh++;
  }
  return { asHigh, p: resamplingP(asHigh, DRAWS) };
}

/** `rarefySingletonShare` of all the n requests of accounts that have no question in common. */
function shareOfStrangers(accounts: readonly FrequencyCounts[], n: number, m: number): number {
  let share = 0;
  for (const { sizes, things } of accounts) {
    for (let k = 0; k < sizes.length; k++) {
      share += ((things[k] * sizes[k]) / n) * chanceOfNone(n - 1, sizes[k] - 1, m - 1);
    }
  }
  return share;
}

function enough(others: Uint32Array, actors: readonly FrequencyCounts[], m: number): boolean {
  let large = 0;
  for (const actor of others) if (actors[actor].n >= m) large++;
  return large >= LEAST_OTHERS;
}

function describe({ n, seen, once }: FrequencyCounts): string {
  return `${count(once)} of ${counted(seen, 'different question')} in ${counted(n, 'request')} were asked once and never again.`;
}
