import type { Alternative, Prediction } from '../../../shared/contract/analysis.ts';
import { kindWords } from '../../../shared/evidence-kinds.ts';
import type { GroupFeatures } from './group-features.ts';

/** What is known of an operator when its benign readings are tested. */
export interface Observed extends GroupFeatures {
  /** Kinds of identifier that tie its accounts. */
  readonly kinds: ReadonlySet<string>;
  /** Whether prompts, account records, end users ... are in the data at all. */
  readonly hasPrompts: boolean;
  readonly hasRecords: boolean;
}

interface Test {
  readonly text: string;
  /** Which data it takes. */
  readonly needs: 'prompts' | 'records' | 'none';
  holds(o: Observed): boolean;
  detail(o: Observed): string;
}

const percent = (share: number) => `${(100 * share).toFixed(0)} %`;

const oneCustomer: Test = {
  text: 'All accounts say they are one customer',
  needs: 'none',
  holds: (o) => o.claims <= 0.2,
  detail: (o) => `${percent(1 - o.claims)} of accounts name the same customer or have a domain of one firm`,
};
const identified: Test = {
  text: 'Somebody known stands behind the accounts',
  needs: 'records',
  holds: (o) => o.unidentified <= 0.3,
  detail: (o) => `${percent(o.unidentified)} of accounts have neither a firm nor a business check`,
};
const repeats: Test = {
  text: 'The same items are asked again and again',
  needs: 'prompts',
  holds: (o) => o.distinct <= 0.7,
  detail: (o) => `${percent(o.distinct)} of requests carry a prompt of their own`,
};
const humanVariety: Test = {
  text: 'Requests vary as people vary, without templates',
  needs: 'prompts',
  holds: (o) => o.templated <= 0.2,
  detail: (o) => `${percent(o.templated)} of requests follow a template with something filled in`,
};
const littleTraining: Test = {
  text: 'Few requests have a form that serves to train a model',
  needs: 'prompts',
  holds: (o) => o.trainingForms <= 0.1,
  detail: (o) => `${percent(o.trainingForms)} of requests have such a form`,
};
const noCommonDemand: Test = {
  text: 'Nobody has many customers send one demand for training material',
  needs: 'prompts',
  holds: (o) => o.crowdDemands <= 0.002,
  detail: (o) =>
    `${(100 * o.crowdDemands).toFixed(1)} % of requests repeat such a demand word for word, as many other customers do`,
};
const oneTemplate: Test = {
  text: 'Most requests follow a template',
  needs: 'prompts',
  holds: (o) => o.templated >= 0.6,
  detail: humanVariety.detail,
};
const endUsers: Test = {
  text: 'Requests name the end user they are made for',
  needs: 'none',
  holds: (o) => o.endUsers >= 0.3,
  detail: (o) => `${percent(o.endUsers)}, weighed by how many end users there are`,
};
const shortAnswers: Test = {
  text: 'Answers are short',
  needs: 'none',
  holds: (o) => o.outputTokens > 0 && o.outputTokens <= 150,
  detail: (o) => `${o.outputTokens.toFixed(0)} output tokens a request on average`,
};
const onlyKinds = (kinds: readonly string[], text: string): Test => ({
  text,
  needs: 'none',
  holds: (o) => [...o.kinds].every((kind) => kinds.includes(kind)),
  detail: (o) => `They are tied by: ${[...o.kinds].sort().map(kindWords).join(', ')}`,
});

/** Benign readings of accounts that act together, each with what it predicts of the data. */
const READINGS: readonly { readonly id: string; readonly title: string; readonly tests: readonly Test[] }[] =
  [
    {
      id: 'enterprise',
      title: 'One enterprise with many seats or keys',
      tests: [oneCustomer, identified, repeats],
    },
    {
      id: 'evaluation',
      title: 'Evaluation of models by their customer',
      tests: [oneCustomer, repeats, oneTemplate],
    },
    {
      id: 'judge',
      title: 'A product that has a model judge or grade',
      tests: [oneCustomer, oneTemplate, shortAnswers],
    },
    { id: 'batch', title: 'A batch job over documents', tests: [oneCustomer, oneTemplate, littleTraining] },
    {
      id: 'authorised',
      title: 'Synthetic data made under contract',
      tests: [
        oneCustomer,
        {
          text: 'The contract of the accounts allows training',
          needs: 'records',
          holds: (o) => o.authorised >= 0.3,
          detail: (o) => `${percent(o.authorised)} of account records say so`,
        },
      ],
    },
    {
      id: 'gateway',
      title: 'A licensed gateway or marketplace',
      tests: [
        endUsers,
        humanVariety,
        {
          text: 'The contract of the accounts allows resale',
          needs: 'records',
          holds: (o) => o.resellers >= 0.3,
          detail: (o) => `${percent(o.resellers)} of account records say so`,
        },
      ],
    },
    {
      id: 'consumer-app',
      title: 'A consumer application with one system prompt',
      tests: [oneCustomer, endUsers, littleTraining],
    },
    {
      id: 'ci',
      title: 'Code review on machines that come and go',
      tests: [
        oneCustomer,
        {
          text: 'One account is used from many networks',
          needs: 'none',
          holds: (o) => o.networks >= 3,
          detail: (o) => `${o.networks.toFixed(1)} networks (ASN) an account`,
        },
        littleTraining,
      ],
    },
    {
      id: 'class',
      title: 'A class, course or hackathon',
      tests: [
        repeats,
        littleTraining,
        onlyKinds(
          ['registration_batch', 'email_pattern', 'ip', 'network', 'asn', 'template'],
          'Nothing but sign-up, network and shared tasks ties the accounts',
        ),
      ],
    },
    {
      id: 'framework',
      title: 'Strangers with the same framework',
      tests: [
        onlyKinds(
          ['template', 'header_fingerprint', 'device', 'parameters'],
          'Nothing but software and its prompts ties the accounts',
        ),
      ],
    },
    {
      id: 'nat',
      title: 'Strangers behind one address',
      tests: [onlyKinds(['ip', 'network', 'asn'], 'Nothing but the network ties the accounts'), humanVariety],
    },
    {
      id: 'hobby-pool',
      title: 'One person who pools a few subscriptions',
      tests: [
        {
          text: 'There are at most five accounts',
          needs: 'none',
          holds: (o) => o.accounts <= 5,
          detail: (o) => `${o.accounts} accounts`,
        },
        humanVariety,
        littleTraining,
        noCommonDemand,
      ],
    },
    {
      id: 'reseller',
      title: 'A reseller without licence, for ordinary end users',
      tests: [humanVariety, littleTraining, noCommonDemand],
    },
    {
      id: 'audit',
      title: 'Reasoning kept on record for audits',
      tests: [oneCustomer, identified, oneTemplate],
    },
    {
      id: 'router',
      title: 'A router between providers that watches quality',
      tests: [oneCustomer, repeats, littleTraining],
    },
  ];

/** Every benign reading with each of its predictions tested; those that hold best come first. */
export function testAlternatives(observed: Observed): Alternative[] {
  const alternatives = READINGS.map(({ id, title, tests }): Alternative => {
    const predictions = tests.map((test): Prediction => {
      const carried =
        test.needs === 'none' || (test.needs === 'prompts' ? observed.hasPrompts : observed.hasRecords);
      return carried
        ? { text: test.text, holds: test.holds(observed), detail: test.detail(observed) }
        : {
            text: test.text,
            holds: null,
            detail: `The data have no ${test.needs === 'prompts' ? 'prompts' : 'account records'}`,
          };
    });
    return {
      id,
      title,
      predictions,
      holding: predictions.filter(({ holds }) => holds === true).length,
      testable: predictions.filter(({ holds }) => holds !== null).length,
    };
  });
  const holdingShare = ({ holding, testable }: Alternative) => (testable === 0 ? 0 : holding / testable);
  return alternatives
    .map((alternative, order) => ({ alternative, order }))
    .sort(
      (one, other) =>
        holdingShare(other.alternative) - holdingShare(one.alternative) || one.order - other.order,
    )
    .map(({ alternative }) => alternative);
}
