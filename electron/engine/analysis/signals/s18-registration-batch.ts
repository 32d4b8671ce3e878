import { DAY_US, HOUR_US } from '../coordination/bin-counts.ts';
import { registrationBatch } from '../coordination/registration-batch.ts';
import { duration, pText } from './evidence-words.ts';
import { operatorRng } from './operator-rng.ts';
import { perContext } from './per-context.ts';
import type { Signal, SignalContext } from './signal.ts';
import { counted } from './words.ts';

const WIDTHS_US = [HOUR_US, 6 * HOUR_US, DAY_US, 3 * DAY_US];
/** More sign-ups of one operator are thinned evenly: a batch of hundreds shows in a hundred. */
const MOST_SIGN_UPS = 100;

interface SignUps {
  readonly timesUs: Float64Array;
  /** Place of each account in the times; -1 where its sign-up is not known. */
  readonly placeOf: Int32Array;
}

/** All known sign-ups, ascending. */
const signUpsOf = perContext(({ traits }: SignalContext): SignUps => {
  const createdUs = traits.map(({ record }) => record?.createdUs ?? Number.NaN);
  const order = createdUs.map((_, a) => a).filter((a) => !Number.isNaN(createdUs[a]));
  order.sort((one, other) => createdUs[one] - createdUs[other] || one - other);
  const placeOf = new Int32Array(traits.length).fill(-1);
  order.forEach((a, place) => {
    placeOf[a] = place;
  });
  return { timesUs: Float64Array.from(order, (a) => createdUs[a]), placeOf };
});

export const registrationBatchSignal: Signal = {
  id: 'S18',
  title: 'Registration batch',
  family: 'identity',
  measures:
    'The window of an hour, six hours, a day or three days in which most of the operator’s accounts signed up for what the platform’s sign-ups lead to expect: log-likelihood ratio of Kulldorff’s scan statistic in bits; p is the share of as many sign-ups drawn from all with a window that stands out as much.',
  unit: 'bits',
  direction: 'high',
  innocent: [
    'A firm brings its staff on board in one day, or an administrator opens all seats at once.',
    'A class, workshop or hackathon signs up when it begins.',
    'A promotion in one community brings its people within hours.',
  ],
  disabled(context) {
    if (!context.traits.some(({ record }) => record !== null)) return 'The case holds no account records.';
    return signUpsOf(context).timesUs.length > 0
      ? null
      : 'The account records do not say when accounts were opened.';
  },
  test(context, members) {
    const { timesUs, placeOf } = signUpsOf(context);
    const known = Array.from(members, (a) => placeOf[a])
      .filter((place) => place >= 0)
      .sort((one, other) => one - other);
    const kept = Math.min(MOST_SIGN_UPS, known.length);
    const pattern = Uint32Array.from(
      { length: kept },
      (_, k) => known[Math.floor((k * known.length) / kept)],
    );
    const found = registrationBatch(timesUs, pattern, WIDTHS_US, operatorRng(context, 'S18', members));
    if (!found) return undefined;
    const thinned = kept < known.length ? ` (of ${counted(known.length, 'sign-up')}, taken evenly)` : '';
    const inLinks = context.lists.some(({ list }) => list.kind === 'registration_batch')
      ? ' Sign-up windows also weigh in the links between these accounts.'
      : '';
    return {
      value: found.bits,
      n: kept,
      p: found.bits > 0 ? found.p : 1,
      detail: `${found.members.length} of ${counted(kept, 'sign-up')}${thinned} fall into ${duration(found.toUs - found.fromUs)}; ${found.expected.toFixed(1)} would at the platform’s pace (${pText(found.p)}).${inLinks}`,
    };
  },
};
