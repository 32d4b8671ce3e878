import { analyse } from '../../../engine/analysis/analyse.ts';
import type { AnalysisOutput } from '../../../engine/analysis/output.ts';
import { readInputs } from '../../../engine/analysis/read-inputs.ts';
import { brier, reliability } from '../../../engine/analysis/score/calibration.ts';
import { bCubed } from '../../../engine/analysis/score/clustering.ts';
import { auroc, averagePrecision, recallAtFpr } from '../../../engine/analysis/score/ranking.ts';
import { wilson } from '../../../engine/analysis/score/rates.ts';
import type { Dial } from '../../../engine/sample/dial.ts';
import type { SampleSize } from '../../../engine/sample/generate.ts';
import type { SampleTruth } from '../../../engine/sample/truth.ts';
import { isExplained, topReasons } from './fidelity.ts';
import { openTrial } from './trial.ts';

export interface DetectionOptions {
  readonly size: SampleSize;
  readonly seeds: readonly number[];
  readonly dials: readonly Dial[];
}

/** What is assumed where nobody says otherwise; the data sets hold two to four times as many. */
const PRIOR_SHARE = 0.01;
/** 'likely' and above: what a person would act on. */
const LIKELY = 0.55;

interface Tally {
  n: number;
  scored: number;
  extraction: number;
}

/** How well the analysis does on data sets it was not tuned on, as a report. */
export async function detectionReport(
  options: DetectionOptions,
  told: (line: string) => void,
): Promise<string> {
  const lines: string[] = [];
  for (const dial of options.dials) {
    lines.push(
      `Dial ${dial}, size ${options.size}`,
      row(['seed', 'AP', 'AUROC', 'recall at 1 % FPR', 'B3 F1', 'B3 F1 campaigns', 'Brier', 'seconds']),
    );
    const families = new Map<string, Tally>();
    const seen = { scores: [] as number[], outcomes: [] as number[], detected: 0, explained: 0 };
    const sums: number[][] = [];
    for (const seed of options.seeds) {
      const { name, open, truth } = await openTrial(options.size, seed, dial);
      told(name);
      const startMs = performance.now();
      const { output } = analyse(
        readInputs(open.db, () => {}),
        { seed: 1, priorShare: PRIOR_SHARE, before: [] },
        () => {},
      );
      const seconds = (performance.now() - startMs) / 1000;
      await open.close();
      const figures = [...score(output, truth), seconds];
      sums.push(figures);
      count(output, truth, families);
      judge(output, truth, seen);
      lines.push(row([String(seed), ...figures.map((value) => value.toFixed(3))]));
    }
    const mean = sums[0].map((_, k) => sums.reduce((sum, one) => sum + one[k], 0) / sums.length);
    lines.push(row(['mean', ...mean.map((value) => value.toFixed(3))]), '', familyTable(families), '');
    lines.push(reliabilityTable(seen.scores, seen.outcomes), '');
    lines.push(
      `A planted mechanism is among the first three reasons of ${seen.explained} of ${seen.detected} campaign accounts scored likely or above.`,
      '',
    );
  }
  return lines.join('\n');
}

function score(output: AnalysisOutput, truth: SampleTruth): number[] {
  const operators = new Map(truth.operators.map((operator) => [operator.id, operator]));
  const operatorOf = (account: string) => operators.get(truth.accounts[account]?.operator ?? '');
  const scores = output.accounts.map((one) => one.score);
  const labels = output.accounts.map((one) => (operatorOf(one.account)?.campaign ?? null) !== null);
  const clusters = output.accounts.map((one) => one.operator);
  const groups = output.accounts.map((one) => {
    const operator = operatorOf(one.account);
    return operator?.together ? operator.id : null;
  });
  return [
    averagePrecision(scores, labels.map(Number)),
    auroc(scores, labels.map(Number)),
    recallAtFpr(scores, labels.map(Number), 0.01),
    bCubed(clusters, groups, (item) => groups[item] !== null).f1,
    bCubed(clusters, groups, (item) => labels[item]).f1,
    brier(scores, labels.map(Number)),
  ];
}

function count(output: AnalysisOutput, truth: SampleTruth, families: Map<string, Tally>): void {
  const extraction = new Map(
    output.operators.map((one) => [
      one.id,
      /^(very )?likely|almost certain/.test(one.findings.extraction.likelihood),
    ]),
  );
  for (const { account, score: value, operator } of output.accounts) {
    const family = truth.accounts[account]?.family ?? 'unknown';
    const tally = families.get(family) ?? { n: 0, scored: 0, extraction: 0 };
    families.set(family, tally);
    tally.n++;
    if (value > LIKELY) tally.scored++;
    if (operator !== null && extraction.get(operator)) tally.extraction++;
  }
}

function judge(
  output: AnalysisOutput,
  truth: SampleTruth,
  seen: { scores: number[]; outcomes: number[]; detected: number; explained: number },
): void {
  const planted = new Map(truth.operators.map((operator) => [operator.id, operator]));
  const operators = new Map(output.operators.map((operator) => [operator.id, operator]));
  for (const account of output.accounts) {
    const operator = planted.get(truth.accounts[account.account]?.operator ?? '');
    const isCampaign = (operator?.campaign ?? null) !== null;
    seen.scores.push(account.score);
    seen.outcomes.push(Number(isCampaign));
    if (!operator || !isCampaign || account.score <= LIKELY) continue;
    seen.detected++;
    const reasons = topReasons(account, operators.get(account.operator ?? ''));
    if (isExplained(reasons, operator.planted_mechanisms)) seen.explained++;
  }
}

/** Bounds of the estimative words. */
const WORDS = [0, 0.05, 0.2, 0.45, 0.55, 0.8, 0.95, 1];

function reliabilityTable(scores: readonly number[], outcomes: readonly number[]): string {
  return [
    row(['stated', 'accounts', 'mean stated', 'in campaigns']),
    ...reliability(scores, outcomes, WORDS).map(({ from, to, n, stated, observed }) =>
      row([
        `${from} to ${to}`,
        String(n),
        n === 0 ? '' : stated.toFixed(3),
        n === 0 ? '' : observed.toFixed(3),
      ]),
    ),
  ].join('\n');
}

function familyTable(families: ReadonlyMap<string, Tally>): string {
  return [
    row(['family', 'accounts', 'likely or above', '95 % interval', 'extraction finding']),
    ...[...families]
      .sort(([one], [other]) => one.localeCompare(other, 'en', { numeric: true }))
      .map(([family, { n, scored, extraction }]) => {
        const rate = wilson(scored, n);
        const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
        return row([
          family,
          String(n),
          `${scored} (${percent(rate.rate)})`,
          `${percent(rate.low)} to ${percent(rate.high)}`,
          `${percent(extraction / n)} of accounts`,
        ]);
      }),
  ].join('\n');
}

const WIDTH = 18;
const row = (cells: readonly string[]) =>
  cells
    .map((cell) => cell.padEnd(WIDTH))
    .join(' ')
    .trimEnd();
