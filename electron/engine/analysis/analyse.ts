import type {
  AccountScore,
  Link,
  OperatorResult,
  ScoreBasis,
  SignalId,
  SignalValue,
} from '../../../shared/contract/analysis.ts';
import type { Progress } from '../../../shared/contract/protocol.ts';
import { testAlternatives } from './alternatives.ts';
import { assemble } from './assemble.ts';
import { compareAccounts } from './compare-accounts.ts';
import { type CohortValues, describeCohorts } from './describe-cohorts.ts';
import { describeTemplates, keptTemplates } from './describe-templates.ts';
import { grouped } from './find-operators.ts';
import { makeFindings, togetherProbability } from './findings.ts';
import { stabilityOf } from './graph/stability.ts';
import { countHarvest } from './harvest.ts';
import { describeLink, median, operatorEvidence } from './link-evidence.ts';
import { accessProbability, CALIBRATION, campaignEvidence, extractionProbability } from './model.ts';
import { nameOperators } from './operator-names.ts';
import { describeShape, withoutEachKind } from './operator-shape.ts';
import { describeTies } from './operator-ties.ts';
import type { AnalysisOutput } from './output.ts';
import { placeSignal } from './place-signals.ts';
import type { Inputs } from './read-inputs.ts';
import { campaignScore } from './score/campaign-score.ts';
import { operatorValues } from './signals/operator-values.ts';
import { SIGNALS } from './signals/registry.ts';
import type { OperatorValue } from './signals/signal.ts';
import { estimativeWord } from './statistics/estimative-word.ts';
import { followedTemplates } from './templates/followed.ts';
import { tiedByIdentity } from './tied-by-identity.ts';
import { rowTopics } from './topics/row-topics.ts';

export interface AnalysisParameters {
  readonly seed: number;
  readonly priorShare: number;
  readonly before: readonly { readonly id: string; readonly accounts: readonly string[] }[];
}

/**
 * More than about an even chance is never stated of one account alone, of accounts that only ask alike, or where the
 * data say nothing of whose accounts they are or, without any text, of what they ask: a hash tells that requests have
 * their system's prompt in common, not what it is for.
 */
const MOST_FOR_ONE = 0.55;
/** Other seeds under which operators are looked for again. */
const STABILITY_RUNS = 4;
/** Strongest links of an operator that are kept whole; `ties` has the others in brief. */
const MOST_LINKS = 400;

/** What an analysis finds, and which of the templates among it each row of the inputs follows. */
export interface Analysed {
  readonly output: AnalysisOutput;
  /** See templates/followed.ts. */
  readonly followed: Uint16Array;
}

/** Analyses a case: the same inputs and parameters give the same output, byte by byte. */
export function analyse(
  inputs: Inputs,
  { seed, priorShare, before }: AnalysisParameters,
  progress: (done: Progress) => void,
): Analysed {
  const assembled = assemble(inputs, seed, progress);
  const { data, traits, digests, whole, found, strangers, operators, operatorOf, own, groups } = assembled;
  const { lists, links, graph, partition } = found;
  const accounts = data.accounts.length;
  const comparison = compareAccounts(
    assembled,
    inputs.decisions,
    rowTopics(inputs.data, inputs.texts, progress),
    { events: inputs.events, seed },
  );
  // Topics that have to be computed take all texts again.
  inputs.texts.release();
  const context = comparison.examined;

  const hasPrompts = digests.texts > 0;
  const hasRecords = traits.some(({ record }) => record !== null);
  const stability = stabilityOf(
    partition,
    Array.from({ length: STABILITY_RUNS }, (_, run) => grouped(accounts, links, seed + run + 1).partition),
  ).together;
  const insideLinks = linksOf(links, operatorOf, operators.length);
  const isKnown = hasPrompts && (hasRecords || traits.some(({ organization }) => organization !== ''));
  const tied = tiedByIdentity(links, lists, insideLinks, accounts);
  const assessed = operators.map((members, o) => {
    const features = groups[o];
    const input = {
      features,
      evidence: operatorEvidence(links, lists, insideLinks[o]),
      medianBits: median(insideLinks[o].map((link) => links.bits[link])),
      stability: stability[partition.community[members[0]]],
      extraction: 0,
      access: accessProbability(features),
      hasPrompts,
      hasRecords,
    };
    const extraction = Array.from(members, (a) => extractionProbability(features, own[a]));
    const whole = { ...input, extraction: extractionProbability(features, features) };
    return { ...whole, perAccount: extraction, together: togetherProbability(whole) };
  });

  progress({ stage: 'signals', done: 0, total: SIGNALS.length, unit: 'entries' });
  const infos = SIGNALS.map((signal) => {
    const { accounts: _, operator: __, test: ___, disabled, ...info } = signal;
    return { ...info, disabled: disabled(context) };
  });
  const accountSignals: SignalValue[][] = data.accounts.map(() => []);
  const operatorSignals: SignalValue[][] = operators.map(() => []);
  const cohortValues: CohortValues[] = [];
  SIGNALS.forEach((signal, s) => {
    progress({ stage: 'signals', done: s, total: SIGNALS.length, unit: 'entries' });
    if (infos[s].disabled !== null) return;
    const placed = placeSignal(signal, comparison);
    placed?.values.forEach((value, a) => {
      if (value) accountSignals[a].push(value);
    });
    if (placed) cohortValues.push({ id: signal.id, sorted: placed.sorted });
    operatorValues(signal, context).forEach((value, o) => {
      if (value) operatorSignals[o].push(asSignal(signal.id, value, operators[o].length));
    });
  });

  const scores = data.accounts.map((account, a): AccountScore => {
    const o = operatorOf[a];
    const one = o < 0 ? undefined : assessed[o];
    const basis: ScoreBasis = {
      evidence: one
        ? campaignEvidence(one.perAccount[operators[o].indexOf(a)], one.access)
        : campaignEvidence(extractionProbability(own[a], own[a]), accessProbability(own[a])),
      together: one ? one.together : 1,
      most: tied[a] && isKnown ? 1 : MOST_FOR_ONE,
    };
    const score = campaignScore(basis, CALIBRATION, priorShare);
    return {
      account,
      score,
      likelihood: estimativeWord(score),
      operator: null,
      requests: own[a].requests,
      signals: accountSignals[a].sort(byBits),
      basis,
    };
  });

  const operatorBasis = assessed.map(
    ({ extraction, access, together }, o): ScoreBasis => ({
      evidence: campaignEvidence(extraction, access),
      together,
      most: isKnown && operators[o].some((a) => tied[a]) ? 1 : MOST_FOR_ONE,
    }),
  );
  const operatorScore = operatorBasis.map((basis) => campaignScore(basis, CALIBRATION, priorShare));
  const order = operators
    .map((_, o) => o)
    .sort((one, other) => operatorScore[other] - operatorScore[one] || one - other);
  const names = nameOperators(
    order.map((o) => Array.from(operators[o], (a) => data.accounts[a])),
    before,
  );
  const nameOf = new Map(order.map((o, at) => [o, names[at]]));
  const results = order.map((o): OperatorResult => {
    const members = operators[o];
    const features = groups[o];
    return {
      id: nameOf.get(o) ?? '',
      accounts: Array.from(members, (a) => data.accounts[a]),
      requests: features.requests,
      score: operatorScore[o],
      likelihood: estimativeWord(operatorScore[o]),
      findings: makeFindings(assessed[o]),
      evidence: assessed[o].evidence,
      ...describeShape(graph, members, data.accounts),
      stability: assessed[o].stability,
      withoutKind: withoutEachKind(links, lists, insideLinks[o], members),
      signals: operatorSignals[o].sort(byBits),
      alternatives: testAlternatives({
        ...features,
        kinds: new Set(assessed[o].evidence.map(({ kind }) => kind)),
        hasPrompts,
        hasRecords,
      }),
      harvest: countHarvest(data, digests, members),
      basis: operatorBasis[o],
    };
  });
  const asked = { data, texts: inputs.texts };
  const kept = keptTemplates(asked, digests, found, strangers);
  const output = {
    signals: infos,
    accounts: scores
      .map((score, a) => ({ ...score, operator: nameOf.get(operatorOf[a]) ?? null }))
      .sort((one, other) => other.score - one.score || (one.account < other.account ? -1 : 1)),
    operators: results,
    links: keptLinks(insideLinks).map((link): Link => describeLink(links, lists, link, data.accounts)),
    templates: describeTemplates(asked, digests, kept, found, strangers),
    cohorts: describeCohorts(comparison, cohortValues),
    ties: order.map((o) =>
      describeTies(nameOf.get(o) ?? '', links, lists, insideLinks[o], operators[o], data.accounts),
    ),
  };
  return { output, followed: followedTemplates(whole.digests.template, kept.codes) };

  function keptLinks(inside: readonly number[][]): number[] {
    return inside
      .flatMap((one) => [...one].sort((x, y) => links.bits[y] - links.bits[x] || x - y).slice(0, MOST_LINKS))
      .sort((x, y) => links.bits[y] - links.bits[x] || x - y);
  }
}

/** Links whose two ends are in one operator, by operator. */
function linksOf(
  { a, b }: { readonly a: Uint32Array; readonly b: Uint32Array },
  operatorOf: Int32Array,
  operators: number,
): number[][] {
  const inside: number[][] = Array.from({ length: operators }, () => []);
  for (let link = 0; link < a.length; link++) {
    const o = operatorOf[a[link]];
    if (o >= 0 && o === operatorOf[b[link]]) inside[o].push(link);
  }
  return inside;
}

function asSignal(id: SignalId, { value, n, bits, detail }: OperatorValue, accounts: number): SignalValue {
  return {
    id,
    value,
    n,
    cohort: `the operator's ${accounts} accounts together`,
    percentile: null,
    bits,
    detail,
  };
}

function byBits(one: SignalValue, other: SignalValue): number {
  return other.bits - one.bits || (one.id < other.id ? -1 : 1);
}
