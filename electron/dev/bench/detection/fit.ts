import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Assembled, assemble } from '../../../engine/analysis/assemble.ts';
import {
  ACCESS_SIGNS,
  accessInputs,
  apply,
  CONTENT_SIGNS,
  campaignInputs,
  contentInputs,
  unauthorised,
} from '../../../engine/analysis/model.ts';
import { readInputs } from '../../../engine/analysis/read-inputs.ts';
import type { Dial } from '../../../engine/sample/dial.ts';
import type { SampleSize } from '../../../engine/sample/generate.ts';
import type { SampleTruth } from '../../../engine/sample/truth.ts';
import { fitLogistic } from './fit-logistic.ts';
import { openTrial } from './trial.ts';

const RIDGE = 2;
const TARGET = resolve(import.meta.dirname, '../../../engine/analysis/model-weights.ts');

interface Observation {
  readonly content: readonly number[];
  readonly access: readonly number[];
  readonly authorised: number;
  readonly isExtraction: boolean;
  readonly accessViolation: boolean;
  readonly inCampaign: boolean;
}

/** The data sets that everything is tuned on; all other seeds are held out. */
const TUNING: readonly { readonly size: SampleSize; readonly seed: number; readonly dial: Dial }[] = (
  [
    ['M', [1, 2, 3]],
    ['S', [1, 2, 3, 4, 5, 6, 7, 8]],
  ] as const
).flatMap(([size, seeds]) =>
  seeds.flatMap((seed) => ([0, 1, 2] as const).map((dial) => ({ size, seed, dial }))),
);

/** Fits the models on the tuning data sets and writes their weights into the analysis. */
export async function fitModels(told: (line: string) => void): Promise<string> {
  const seen: Observation[] = [];
  for (const { size, seed, dial } of TUNING) {
    const { name, open, truth } = await openTrial(size, seed, dial);
    told(name);
    const inputs = readInputs(open.db, () => {});
    seen.push(
      ...observe(
        inputs.data.accounts,
        assemble(inputs, 1, () => {}),
        truth,
      ),
    );
    await open.close();
  }
  const content = seen.map((one) => one.content);
  const findings = {
    campaignShare: Number((seen.filter((one) => one.inCampaign).length / seen.length).toPrecision(3)),
    extraction: fitLogistic(
      content,
      seen.map((one) => one.isExtraction),
      { ridge: RIDGE, signs: CONTENT_SIGNS },
    ),
    access: fitLogistic(
      seen.map((one) => one.access),
      seen.map((one) => one.accessViolation),
      { ridge: RIDGE, signs: ACCESS_SIGNS },
    ),
  };
  const chances = content.map((inputs, i) =>
    campaignInputs(
      unauthorised(apply(findings.extraction, inputs), seen[i]),
      apply(findings.access, seen[i].access),
    ),
  );
  const campaign = fitLogistic(
    chances,
    seen.map((one) => one.inCampaign),
    { ridge: RIDGE, signs: [1] },
  );
  const model = { ...findings, campaign };
  await writeFile(TARGET, source(model));
  return `Wrote ${TARGET} from ${seen.length} accounts.`;
}

function observe(accounts: readonly string[], found: Assembled, truth: SampleTruth): Observation[] {
  const operators = new Map(truth.operators.map((operator) => [operator.id, operator]));
  return accounts.map((account, a) => {
    const own = found.own[a];
    const o = found.operatorOf[a];
    const group = o < 0 ? own : found.groups[o];
    const id = truth.accounts[account]?.operator ?? null;
    const operator = id === null ? undefined : operators.get(id);
    return {
      content: contentInputs(group, own),
      access: accessInputs(group),
      authorised: own.authorised,
      isExtraction: operator?.is_extraction ?? false,
      accessViolation: operator?.access_violation ?? false,
      inCampaign: (operator?.campaign ?? null) !== null,
    };
  });
}

function source(model: object): string {
  return `import type { Logistic } from './model.ts';

/**
 * Fitted on the tuning data sets of the synthetic benchmark (\`detection/fit.ts\`), and frozen. Written by
 * \`npm run bench -- detection --fit\`; never edited by hand.
 */
export const MODEL: {
  /** Share of accounts in campaigns in the data it was fitted on. */
  readonly campaignShare: number;
  readonly extraction: Logistic;
  readonly access: Logistic;
  readonly campaign: Logistic;
} = ${JSON.stringify(model, null, 2).replace(/"(\w+)":/g, '$1:')};
`;
}
