import {
  CALIBRATION_NOTE,
  LIKELIHOODS,
  type OperatorResult,
} from '../../../../../shared/contract/analysis.ts';
import { readOperators } from '../../../analysis/results.ts';
import { estimativeWord } from '../../../analysis/statistics/estimative-word.ts';
import type { Database } from '../../../case/database.ts';
import { type PublishedLink, publishedLinks } from '../links/published-links.ts';
import { byOperator, byText } from '../order.ts';
import { OF_CONFIDENCE, OF_LIKELIHOOD } from './confidence.ts';
import type { StixFrame } from './frame.ts';
import type { Observables } from './observables.ts';
import type { StixObject } from './stix-object.ts';

/** Links that go along, the strongest of all operators; data/links has all. */
const MOST_RELATIONSHIPS = 5_000;
const MOST_ITEMS = 8;
/** A likelihood and a confidence are never said in one sentence, though STIX has one property for both. */
const SCALE_NOTE = 'The property "confidence" holds that word on the DNI scale.';

export interface Ties {
  readonly relationships: readonly StixObject[];
  readonly groupings: readonly StixObject[];
  readonly linksLeftOut: number;
}

/** Links as relationships, and operators as groupings: a grouping says that things belong together, never who is guilty. */
export function tiesOf(db: Database, frame: StixFrame, { accounts, sharedEmails }: Observables): Ties {
  const links = [...publishedLinks(db)]
    .filter(({ a, b }) => accounts.has(a) && accounts.has(b))
    .sort((one, other) => other.bits - one.bits || byText(one.a, other.a) || byText(one.b, other.b));
  const taken = links.slice(0, MOST_RELATIONSHIPS);
  const ofOperator = new Map<string, string[]>();
  const relationships = taken.map((link): StixObject => {
    const made = linkObject(frame, link, accounts);
    const own = ofOperator.get(link.operator ?? '') ?? [];
    ofOperator.set(link.operator ?? '', own);
    own.push(made.id);
    return made;
  });
  const emails = sharedEmails.map(([account, email]) =>
    frame.object('relationship', [account, email], {
      relationship_type: 'related-to',
      description: 'A table of accounts states this address for the account, and for others.',
      source_ref: account,
      target_ref: email,
    }),
  );
  const operators = readOperators(db).sort((one, other) => byOperator(one.id, other.id));
  return {
    relationships: [...relationships, ...emails],
    groupings: operators.flatMap((operator) => {
      const members = operator.accounts.flatMap((account) => accounts.get(account)?.id ?? []);
      if (members.length === 0) return [];
      return [groupingOf(frame, operator, [...members, ...(ofOperator.get(operator.id) ?? [])])];
    }),
    linksLeftOut: links.length - taken.length,
  };
}

function linkObject(frame: StixFrame, link: PublishedLink, accounts: Observables['accounts']): StixObject {
  const { a, b, bits, priorBits, items } = link;
  const [from, to] = [a, b].map((account) => (accounts.get(account) as StixObject).id);
  const likelihood = estimativeWord(1 / (1 + 2 ** -bits));
  const shared = items
    .slice(0, MOST_ITEMS)
    .map(
      (item) =>
        `${item.kind} ${item.value} (${item.bits.toFixed(1)} bits, ${item.accountsWithValue} accounts)`,
    );
  const more = items.length > MOST_ITEMS ? [`and ${items.length - MOST_ITEMS} more`] : [];
  return frame.object('relationship', [a, b], {
    relationship_type: 'related-to',
    description: `The accounts share: ${[...shared, ...more].join('; ')}. With a prior of ${priorBits.toFixed(1)} bits that is ${bits.toFixed(1)} bits. That one operator runs both: ${likelihood}. ${SCALE_NOTE} ${CALIBRATION_NOTE}`,
    source_ref: from,
    target_ref: to,
    confidence: OF_LIKELIHOOD[likelihood],
  });
}

const QUESTIONS = {
  together: 'That its accounts act together',
  extraction: 'That they extract answers to train a model',
  access: 'That they are not used as was agreed on',
} as const;

function groupingOf(frame: StixFrame, operator: OperatorResult, refs: readonly string[]): StixObject {
  const { id, accounts, findings } = operator;
  const lines = (Object.keys(QUESTIONS) as (keyof typeof QUESTIONS)[]).flatMap((name) => [
    `${QUESTIONS[name]}: ${findings[name].likelihood}.`,
    `Confidence in what was just said: ${findings[name].confidence}.`,
  ]);
  const even = LIKELIHOODS.indexOf('roughly even');
  const isSuspicious = LIKELIHOODS.indexOf(findings.extraction.likelihood) >= even;
  return frame.object('grouping', ['operator', id], {
    name: `Operator ${id}: ${accounts.length} accounts`,
    description: [
      'Accounts that an analysis of usage records finds tied to each other. It is not a finding that anyone broke a contract or a law.',
      ...lines,
      CALIBRATION_NOTE,
    ].join('\n'),
    context: isSuspicious ? 'suspicious-activity' : 'unspecified',
    object_refs: refs,
    confidence: OF_CONFIDENCE[findings.together.confidence],
  });
}
