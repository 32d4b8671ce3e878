import { entropyBits } from '../coordination/pacing.ts';
import { listOfRequests } from '../links/identifier-list.ts';
import { contentEntities } from './content-entities.ts';
import { describeTuple, parameterTuples } from './parameter-tuples.ts';
import { perContext } from './per-context.ts';
import { commonValue, rarestShared, type SharedValues, sharedValues } from './shared-values.ts';
import type { Signal, SignalContext } from './signal.ts';
import { count, counted } from './words.ts';

const sharedTuples = perContext((context: SignalContext): SharedValues => {
  const { codes, example } = parameterTuples(context);
  const list = listOfRequests('parameters', codes, example.length, context.data.account);
  return sharedValues(list, contentEntities(context), context.customers);
});

export const parameterFingerprint: Signal = {
  id: 'S10',
  title: 'Generation-parameter fingerprint',
  family: 'fingerprint',
  measures:
    'The rarest combination of temperature, max_tokens, tools hash, system prompt hash and header fingerprint that an account shares with other customers: log2 of all customers over those that send it, where accounts tied by identifiers count as one. The entropy of the account’s combinations, minus the sum of share times log2 share, is said beside it. For an operator: -log2 of the share of customers outside that send the rarest combination of at least half of its accounts.',
  unit: 'bits',
  direction: 'high',
  innocent: [
    'The defaults of a development kit set temperature, token limit and headers alike for everybody who uses that version.',
    'A published example or course is copied with all its parameters.',
    'A vendor’s product sends one system prompt and one tool list for all the firms that bought it.',
  ],
  disabled(context) {
    return parameterTuples(context).example.length > 0
      ? null
      : 'The requests carry neither temperature, max_tokens, tools, system prompt nor header fingerprint.';
  },
  accounts(context) {
    const { data } = context;
    const shared = sharedTuples(context);
    const rarest = data.accounts.map((_, a) => rarestShared(shared, a));
    const n = Uint32Array.from(rarest, (_, a) => rowsWithTuple(shared, a));
    return {
      values: Float64Array.from(rarest, (found, a) => (n[a] === 0 ? Number.NaN : (found?.bits ?? 0))),
      n,
      detail(a) {
        const rows = shared.rows.subarray(shared.from[a], shared.from[a + 1]);
        const own = `${counted(rows.length, 'combination')} in ${counted(n[a], 'request')}, entropy ${(entropyBits(rows) || 0).toFixed(1)} bits`;
        const found = rarest[a];
        if (!found) return `${own}; another customer sends none of them.`;
        return `${own}; ${counted(found.rows, 'request')} with ${describeTuple(data, exampleOf(context, found.value))}, which ${counted(shared.rates.entitiesWith[found.value], 'customer')} of ${count(shared.rates.entities)} send.`;
      },
    };
  },
  operator(context, members) {
    const found = commonValue(sharedTuples(context), members);
    if (!found)
      return {
        value: 0,
        n: members.length,
        bits: 0,
        detail: `No combination of parameters is sent by half of the ${counted(members.length, 'account')} under different customers.`,
      };
    return {
      value: found.bits,
      n: found.holders,
      bits: found.evidence,
      detail: `${found.holders} of ${counted(members.length, 'account')} send ${describeTuple(context.data, exampleOf(context, found.value))}; of ${counted(found.outsideAll, 'customer')} outside, ${found.outside} ${found.outside === 1 ? 'does' : 'do'}.`,
    };
  },
};

function exampleOf(context: SignalContext, value: number): number {
  return parameterTuples(context).example[value];
}

function rowsWithTuple({ from, rows }: SharedValues, account: number): number {
  return rows.subarray(from[account], from[account + 1]).reduce((sum, own) => sum + own, 0);
}
