import { bCubed, pairwisePrecision } from '../../engine/analysis/score/clustering.ts';
import { auroc, averagePrecision, recallAtFpr } from '../../engine/analysis/score/ranking.ts';
import type { Dial } from '../../engine/sample/dial.ts';
import type { SampleSize } from '../../engine/sample/generate.ts';
import { CLUSTERERS, SCORERS } from './baselines/index.ts';
import { type SampleData, sampleData } from './baselines/sample-dataset.ts';
import {
  type Categories,
  campaignLabels,
  categoriesOf,
  categoryAurocs,
  numberAurocs,
} from './sample-features.ts';

export interface SampleCheckOptions {
  readonly size: SampleSize;
  readonly seeds: readonly number[];
  readonly dial: Dial;
}

/** One line of the table: a value for each seed. */
interface Line {
  readonly name: string;
  readonly values: number[];
}

/**
 * How far simple means get on the synthetic benchmark, as text: the AUROC of single features over accounts, farthest
 * from 0.5 first, and the figures of the baselines. A benchmark that one feature solves measures nothing.
 * @param told hears what is being done.
 */
export async function sampleCheck(
  options: SampleCheckOptions,
  told: (line: string) => void,
): Promise<string> {
  const features = new Map<string, number[]>();
  const baselines = new Map<string, number[]>();
  const categories: Categories[] = [];
  const heads: string[] = [];
  const put = (table: Map<string, number[]>, name: string, value: number) =>
    table.set(name, [...(table.get(name) ?? []), value]);
  for (const seed of options.seeds) {
    told(`seed ${seed}`);
    const sample = await sampleData({ ...options, seed });
    const campaigns = sample.truth.operators.filter((operator) => operator.campaign !== null);
    heads.push(
      `seed ${seed}: ${sample.data.rows} requests; ` +
        campaigns.map(({ campaign, accounts }) => `${campaign} ${accounts.length}`).join(', '),
    );
    for (const [name, value] of numberAurocs(sample)) put(features, name, value);
    categories.push(categoriesOf(sample));
    for (const [name, value] of baselineFigures(sample)) put(baselines, name, value);
  }
  if (categories.length > 1) {
    categories.forEach((_, at) => {
      for (const [name, value] of categoryAurocs(categories, at)) put(features, name, value);
    });
  }
  const sorted = lines(features).sort(
    (one, other) => Math.abs(mean(other) - 0.5) - Math.abs(mean(one) - 0.5),
  );
  return [
    ...heads,
    '',
    `Baselines, size ${options.size}, dial ${options.dial}: one column a seed, then the mean`,
    ...lines(baselines).map(text),
    '',
    'AUROC of single features',
    ...sorted.map(text),
  ].join('\n');
}

function baselineFigures(sample: SampleData): Map<string, number> {
  const labels = campaignLabels(sample);
  const result = new Map<string, number>();
  for (const [name, score] of Object.entries(SCORERS)) {
    const scores = score(sample);
    result.set(`${name}: AUROC`, auroc(scores, labels));
    result.set(`${name}: average precision`, averagePrecision(scores, labels));
    result.set(`${name}: recall at 1 % FPR`, recallAtFpr(scores, labels, 0.01));
  }
  const together = new Set(sample.truth.operators.filter((one) => one.together).map(({ id }) => id));
  const groups = sample.data.accounts.map((id) => {
    const { operator } = sample.truth.accounts[id]!;
    return operator !== null && together.has(operator) ? operator : null;
  });
  for (const [name, cluster] of Object.entries(CLUSTERERS)) {
    const clusters = cluster(sample);
    result.set(`${name}: B-cubed F1, all accounts`, bCubed(clusters, groups).f1);
    result.set(`${name}: B-cubed F1, campaigns`, bCubed(clusters, groups, (at) => labels[at] === 1).f1);
    result.set(`${name}: pairwise precision`, pairwisePrecision(clusters, groups));
  }
  return result;
}

const lines = (table: ReadonlyMap<string, number[]>): Line[] =>
  [...table].map(([name, values]) => ({ name, values }));

function mean({ values }: Line): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function text(line: Line): string {
  const numbers = [...line.values, mean(line)].map((value) => value.toFixed(2));
  return `${line.name.padEnd(52)} ${numbers.join('  ')}`;
}
