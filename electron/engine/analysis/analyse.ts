import type {
  AccountScore,
  Link,
  OperatorResult,
  SignalId,
  SignalValue,
} from '../../../shared/contract/analysis.ts';
import type { Progress } from '../../../shared/contract/protocol.ts';
import { testAlternatives } from './alternatives.ts';
import { assemble } from './assemble.ts';
import { buildCohorts } from './cohorts.ts';
import { describeTemplates } from './describe-templates.ts';
import { grouped } from './find-operators.ts';
import { makeFindings, togetherProbability } from './findings.ts';
import { stabilityOf } from './graph/stability.ts';
import { estimateHarvest } from './harvest.ts';
import { describeLink, median, operatorEvidence } from './link-evidence.ts';
import { accessProbability, campaignProbability, extractionProbability } from './model.ts';
import { nameOperators } from './operator-names.ts';
import { describeShape, withoutEachKind } from './operator-shape.ts';
import type { AnalysisOutput } from './output.ts';
import { placeSignal } from './place-signals.ts';
import type { Inputs } from './read-inputs.ts';
import { operatorValues } from './signals/operator-values.ts';
import { SIGNALS } from './signals/registry.ts';
import type { OperatorValue, SignalContext } from './signals/signal.ts';
import { estimativeWord } from './statistics/estimative-word.ts';
import { tiedByIdentity } from './tied-by-identity.ts';
import { rowTopics } from './topics/row-topics.ts';

export interface AnalysisParameters {
  readonly seed: number;
  readonly priorShare: number;
  readonly before: readonly { readonly id: string; readonly accounts: readonly string[] }[];
}

/**
 * More than about an even chance is never stated of one account alone, of accounts that only ask alike, or where the
 * data say nothing of whose accounts they are.
 */
const MOST_FOR_ONE = 0.55;
/** Other seeds under which operators are looked for again. */
const STABILITY_RUNS = 4;
/** Strongest links kept of an operator, beside one for each of its accounts. */
const MOST_LINKS = 400;

/** Analyses a case: the same inputs and parameters give the same output, byte by byte. */
export function analyse(
  inputs: Inputs,
  { seed, priorShare, before }: AnalysisParameters,
  progress: (done: Progress) => void,
): AnalysisOutput {
  const { data, records, events } = inputs;
  const accounts = data.accounts.length;
  const assembled = assemble(inputs, seed, progress);
  const { traits, digests, found, strangers, operators, operatorOf, own, groups } = assembled;
  const { lists, links, graph, partition } = found;
  const context: SignalContext = {
    data,
    digests,
    topics: rowTopics(data, inputs.texts, progress),
    traits,
    cohorts: buildCohorts(traits),
    events,
    lists,
    links,
    customers: found.customers,
    operatorOf,
    operators,
    seed,
  };

  const hasPrompts = digests.texts > 0;
  const hasRecords = records.length > 0;
  const stability = stabilityOf(
    partition,
    Array.from({ length: STABILITY_RUNS }, (_, run) => grouped(accounts, links, seed + run + 1).partition),
  ).together;
  const insideLinks = linksOf(links, operatorOf, operators.length);
  const isKnownWhose = hasRecords || traits.some(({ organization }) => organization !== '');
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
  SIGNALS.forEach((signal, s) => {
    progress({ stage: 'signals', done: s, total: SIGNALS.length, unit: 'entries' });
    if (infos[s].disabled !== null) return;
    placeSignal(signal, context).forEach((value, a) => {
      if (value) accountSignals[a].push(value);
    });
    operatorValues(signal, context).forEach((value, o) => {
      if (value) operatorSignals[o].push(asSignal(signal.id, value, operators[o].length));
    });
  });

  const scores = data.accounts.map((account, a): AccountScore => {
    const o = operatorOf[a];
    const one = o < 0 ? undefined : assessed[o];
    const campaign = one
      ? one.together * campaignProbability(one.perAccount[operators[o].indexOf(a)], one.access, priorShare)
      : campaignProbability(extractionProbability(own[a], own[a]), accessProbability(own[a]), priorShare);
    const score = tied[a] && isKnownWhose ? campaign : MOST_FOR_ONE * campaign;
    return {
      account,
      score,
      likelihood: estimativeWord(score),
      operator: null,
      requests: own[a].requests,
      signals: accountSignals[a].sort(byBits),
    };
  });

  const operatorScore = assessed.map(
    ({ extraction, access, together }, o) =>
      (isKnownWhose && operators[o].some((a) => tied[a]) ? 1 : MOST_FOR_ONE) *
      together *
      campaignProbability(extraction, access, priorShare),
  );
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
      harvest: estimateHarvest(data, digests, members),
    };
  });
  return {
    signals: infos,
    accounts: scores
      .map((score, a) => ({ ...score, operator: nameOf.get(operatorOf[a]) ?? null }))
      .sort((one, other) => other.score - one.score || (one.account < other.account ? -1 : 1)),
    operators: results,
    links: keptLinks(insideLinks).map((link): Link => describeLink(links, lists, link, data.accounts)),
    templates: describeTemplates(inputs, digests, found, strangers),
  };

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
