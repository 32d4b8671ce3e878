import { actorsLike, actorsOf } from './actors.ts';
import { perContext } from './per-context.ts';
import { LEAST_REQUESTS, placeAmong, placeWords, weighedBits } from './place.ts';
import { accountRates, ratesOf } from './rates.ts';
import type { AccountValues, OperatorValue, Signal, SignalContext } from './signal.ts';
import { count, counted, percent } from './words.ts';

const TOP = 3;

interface Concentration {
  /** Requests in the most used templates, of those that carry a prompt or follow a template. */
  readonly top: number;
  readonly of: number;
  /** Inverse Simpson; each request without a template counts as one of its own. */
  readonly effective: number;
  /** The most used templates, most used first. */
  readonly templates: readonly number[];
}

/** Counts templates of accounts together; one scratch array for all calls. */
class TemplateCounter {
  private readonly context: SignalContext;
  private readonly counts: Uint32Array;
  private readonly touched: Uint32Array;

  constructor(context: SignalContext) {
    this.context = context;
    this.counts = new Uint32Array(context.digests.templates.length + 1);
    this.touched = new Uint32Array(context.digests.templates.length + 1);
  }

  measure(accounts: ArrayLike<number>): Concentration {
    const { counts, touched } = this;
    const { data, digests } = this.context;
    let different = 0;
    let of = 0;
    let single = 0;
    for (let m = 0; m < accounts.length; m++) {
      const end = data.from[accounts[m] + 1];
      for (let i = data.from[accounts[m]]; i < end; i++) {
        const template = digests.template[i];
        if (template > 0) {
          if (counts[template]++ === 0) touched[different++] = template;
          of++;
        } else if (data.prompt[i] > 0) {
          single++;
          of++;
        }
      }
    }
    const templates: number[] = [];
    let squares = single;
    for (let k = 0; k < different; k++) {
      const template = touched[k];
      squares += counts[template] ** 2;
      let at = templates.length;
      while (at > 0 && precedes(template, templates[at - 1])) at--;
      if (at < TOP) {
        templates.splice(at, 0, template);
        templates.length = Math.min(TOP, templates.length);
      }
    }
    const top = templates.reduce((sum, template) => sum + counts[template], 0);
    for (let k = 0; k < different; k++) counts[touched[k]] = 0;
    return { top, of, effective: of > 0 ? (of * of) / squares : Number.NaN, templates };

    function precedes(one: number, other: number): boolean {
      return counts[one] > counts[other] || (counts[one] === counts[other] && one < other);
    }
  }
}

const concentrations = perContext((context: SignalContext) => {
  const counter = new TemplateCounter(context);
  const accounts = context.data.accounts.map((_, a) => counter.measure([a]));
  const actors = actorsOf(context).accounts.map((members) =>
    members.length === 1 ? accounts[members[0]] : counter.measure(members),
  );
  return { counter, accounts, actors };
});

/** S1: how much of the traffic follows few templates. */
export const templateConcentration: Signal = {
  id: 'S1',
  title: 'Template concentration',
  family: 'content',
  measures:
    'The share of requests that follow the three most used templates, drawn to the mean of the cohort where requests are few; beside it the effective number of templates (one over the sum of squared shares).',
  unit: 'share of requests',
  direction: 'high',
  innocent: [
    'A product with one system prompt sends all its requests through the same few templates.',
    'An evaluation or benchmark asks a fixed set of questions in a fixed form.',
    'A consumer application puts what its users write into one template.',
  ],
  disabled: ({ digests, data }) =>
    digests.templates.length > 0
      ? null
      : data.prompts > 0
        ? 'No prompt recurs in the requests often enough to be a template.'
        : 'No request carries a prompt, a hash of one or a hash of a system prompt.',
  accounts(context): AccountValues {
    const { accounts } = concentrations(context);
    const trials = Uint32Array.from(accounts, ({ of }) => of);
    const rates = ratesOf(
      context,
      Uint32Array.from(accounts, ({ top }) => top),
      trials,
    );
    return {
      values: accountRates(context, rates),
      n: trials,
      detail(a) {
        const { top, of, effective, templates } = accounts[a];
        if (templates.length === 0) return `None of its ${counted(of, 'request')} follows a template.`;
        return `${count(top)} of ${counted(of, 'request')} (${percent(top / of)}) follow its ${most(templates)}; it uses ${effective.toFixed(1)} templates in effect.`;
      },
    };
  },
  operator(context, members): OperatorValue | undefined {
    const { counter, actors } = concentrations(context);
    const { top, of, templates } = counter.measure(members);
    if (of < LEAST_REQUESTS) return undefined;
    const place = placeAmong(
      top / of,
      Float64Array.from(actorsLike(context, members), (actor) =>
        actors[actor].of < LEAST_REQUESTS ? Number.NaN : actors[actor].top / actors[actor].of,
      ),
    );
    const bits = templates.length === 0 ? 0 : weighedBits(place.p, of);
    const shared = templates.map((template) => usersOf(context, members, template));
    const detail =
      templates.length === 0
        ? `None of its ${counted(of, 'request')} follows a template.`
        : `${count(top)} of ${counted(of, 'request')} (${percent(top / of)}) follow its ${most(templates)}, used by ${shared.join(', ')} of its ${counted(members.length, 'account')}. ${placeWords(place)} That its accounts share templates is weighed in the links, not here.`;
    return { value: top / of, n: of, bits, detail };
  },
};

function most({ length }: readonly number[]): string {
  return length === 1 ? 'one template' : `${length} most used templates`;
}

function usersOf({ data, digests }: SignalContext, members: Uint32Array, template: number): number {
  let users = 0;
  for (const a of members) {
    const at = digests.template.subarray(data.from[a], data.from[a + 1]).indexOf(template);
    if (at >= 0) users++;
  }
  return users;
}
