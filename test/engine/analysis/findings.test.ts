import { describe, expect, it } from 'vitest';
import { testAlternatives } from '../../../electron/engine/analysis/alternatives.ts';
import { type FindingInput, makeFindings } from '../../../electron/engine/analysis/findings.ts';
import type { GroupFeatures } from '../../../electron/engine/analysis/group-features.ts';

const FEATURES: GroupFeatures = {
  accounts: 5,
  requests: 800,
  sessions: 200,
  templated: 0.04,
  fresh: 1,
  sharedTemplates: 0.1,
  strangersTemplates: 0,
  crowdTemplates: 0,
  crowdDemands: 0.01,
  trainingForms: 0.04,
  highValue: 0.2,
  distinct: 0.95,
  endUsers: 0,
  claims: 0.8,
  unidentified: 0.8,
  disposableMail: 0,
  authorised: 0,
  resellers: 0,
  stopped: 0,
  networks: 2,
  outputTokens: 400,
  refused: 0,
};

function findings(features: Partial<GroupFeatures>) {
  const input: FindingInput = {
    features: { ...FEATURES, ...features },
    evidence: [],
    medianBits: 10,
    stability: 1,
    extraction: 0.99,
    access: 0.9,
    hasPrompts: true,
    hasRecords: true,
  };
  return makeFindings(input);
}

describe('the extraction finding', () => {
  it('is no more than likely, with low confidence, where it rests on few of the requests', () => {
    expect(findings({}).extraction).toMatchObject({ likelihood: 'likely', confidence: 'low' });
  });

  it('is stated in full where many requests carry it, and never beyond almost certain', () => {
    expect(findings({ crowdTemplates: 0.4 }).extraction).toMatchObject({
      likelihood: 'almost certain',
      confidence: 'moderate',
    });
  });

  it('says what contracts allow', () => {
    expect(findings({ authorised: 0.5 }).extraction.reasons[0]).toContain(
      'allows training on answers for 50 %',
    );
  });
});

describe('benign readings', () => {
  const read = (features: Partial<GroupFeatures>) =>
    testAlternatives({
      ...FEATURES,
      ...features,
      kinds: new Set(['ip', 'template']),
      hasPrompts: true,
      hasRecords: true,
    });
  const holding = (features: Partial<GroupFeatures>) =>
    read(features)
      .filter(({ holding, testable }) => holding === testable)
      .map(({ id }) => id);

  it('fit a pool of a few subscriptions', () => {
    expect(holding({ crowdDemands: 0 })).toEqual(['hobby-pool', 'reseller']);
  });

  it('do not fit where many customers send one demand for training material', () => {
    expect(holding({ crowdDemands: 0.01 })).toEqual([]);
  });

  it('come with their predictions, those that hold best first', () => {
    const [first] = read({ crowdDemands: 0 });
    expect(first).toMatchObject({ id: 'hobby-pool', holding: 4, testable: 4 });
    expect(read({}).find(({ id }) => id === 'nat')?.predictions[0].detail).toBe(
      'They are tied by: IP address, prompt template',
    );
  });
});
