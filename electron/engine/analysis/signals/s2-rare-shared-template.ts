import { listOfRequests } from '../links/identifier-list.ts';
import { templateName } from '../template-name.ts';
import { contentEntities } from './content-entities.ts';
import { perContext } from './per-context.ts';
import { commonValue, rarestShared, type SharedValues, sharedValues } from './shared-values.ts';
import type { Signal, SignalContext } from './signal.ts';
import { count, counted } from './words.ts';

/** Shorter fixed texts recur by chance. */
const LEAST_FIXED_WORDS = 5;

/** Templates with something filled in; hashes stand for their fixed words. */
const sharedTemplates = perContext((context: SignalContext): SharedValues => {
  const { data, digests } = context;
  const tells = digests.templates.map(
    ({ verbatim, fixedWords }) => !verbatim && (fixedWords === 0 || fixedWords >= LEAST_FIXED_WORDS),
  );
  const codes = digests.template.map((code) => (code > 0 && tells[code - 1] ? code : 0));
  const list = listOfRequests('template', codes, tells.length, data.account);
  return sharedValues(list, contentEntities(context), context.customers, context.referenceTemplates);
});

export const rareSharedTemplate: Signal = {
  id: 'S2',
  title: 'Rare template shared across customers',
  family: 'content',
  measures:
    'The rarest template that an account shares with accounts of other customers: log2 of all customers with templates over those that use it, where accounts tied by identifiers count as one. For an operator: -log2 of the share of customers outside that use the rarest template of at least half of its accounts.',
  unit: 'bits',
  direction: 'high',
  innocent: [
    'Frameworks and agents send the same built-in prompt for all their users, who have nothing else in common.',
    'A prompt that was published or leaked is copied by many people within days.',
    'Several firms buy one vendor’s software, which brings its prompts along.',
  ],
  disabled({ digests }) {
    return digests.templates.length > 0
      ? null
      : 'No template was found: the requests carry neither recurring prompts nor recurring hashes.';
  },
  accounts(context) {
    const { data, digests } = context;
    const shared = sharedTemplates(context);
    const rarest = data.accounts.map((_, a) => rarestShared(shared, a));
    const n = Uint32Array.from(rarest, (_, a) => data.from[a + 1] - data.from[a]);
    return {
      values: Float64Array.from(rarest, (found, a) => (n[a] === 0 ? Number.NaN : (found?.bits ?? 0))),
      n,
      detail(a) {
        const found = rarest[a];
        if (!found) return 'No template of the account is used by another customer.';
        const { rates } = shared;
        return `${counted(found.rows, 'request')} of ${count(n[a])} follow ${templateName(digests.templates[found.value])}, which ${counted(rates.entitiesWith[found.value], 'customer')} of ${count(rates.entities)} with templates use.`;
      },
    };
  },
  operator(context, members) {
    const found = commonValue(sharedTemplates(context), members);
    if (!found)
      return {
        value: 0,
        n: members.length,
        bits: 0,
        detail: `No template is used by half of the ${counted(members.length, 'account')} under different customers.`,
      };
    const inLinks = context.lists.some(({ list }) => list.kind === 'template')
      ? ' Shared templates also weigh in the links between these accounts.'
      : '';
    return {
      value: found.bits,
      n: found.holders,
      bits: found.evidence,
      detail: `${found.holders} of ${counted(members.length, 'account')} use ${templateName(context.digests.templates[found.value])}; of ${counted(found.outsideAll, 'customer')} outside with templates, ${found.outside} ${found.outside === 1 ? 'does' : 'do'}.${inLinks}`,
    };
  },
};
