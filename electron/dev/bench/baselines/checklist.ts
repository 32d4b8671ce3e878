import type { Dataset } from '../../../engine/analysis/dataset.ts';
import { ACCOUNT_FEATURES, type AccountRows } from './account-features.ts';

const DAY_US = 86_400_000_000;
const REASONING = /step by step|reason|line of thought|think aloud|<trace>|razon|推理|思考/i;

/** What the records say of an account; empty text and NaN where they say nothing. */
export interface ChecklistRecord {
  readonly plan: string;
  readonly createdUs: number;
}

/**
 * The indicators of the joint advisory AA26-251A as a person would tick them off, each worth one: [accounts] sums from
 * 0 to 10. Thresholds are round numbers, not fitted.
 * @param records in the order of `data.accounts`.
 * @param texts text of each prompt code, `texts[code - 1]`.
 */
export function checklistScores(
  data: Dataset,
  records: readonly ChecklistRecord[],
  texts: readonly string[],
): Float64Array {
  const perPlan = new Map<string, number[]>();
  const tokens = data.accounts.map((_, account) => {
    const rows = rowsOf(data, account);
    const sum = ACCOUNT_FEATURES.inputTokens!(rows) + ACCOUNT_FEATURES.outputTokens!(rows);
    const { plan } = records[account]!;
    perPlan.set(plan, [...(perPlan.get(plan) ?? []), sum]);
    return sum;
  });
  for (const list of perPlan.values()) list.sort((one, other) => one - other);
  const median = (plan: string) => perPlan.get(plan)![perPlan.get(plan)!.length >> 1]!;
  const accountsOfPrompt = sharedPrompts(data);
  const reasons = texts.map((text) => REASONING.test(text));
  const releases = firstSeen(data);
  return Float64Array.from(data.accounts, (_, account) => {
    const rows = rowsOf(data, account);
    const { from, to } = rows;
    if (from === to) return 0;
    const share = (test: (row: number) => boolean) => {
      let hits = 0;
      for (let row = from; row < to; row++) if (test(row)) hits++;
      return hits / (to - from);
    };
    const { plan, createdUs } = records[account]!;
    const firstUs = data.timeUs[from]!;
    const lastUs = data.timeUs[to - 1]!;
    const days = Math.max(1, (lastUs - firstUs) / DAY_US);
    const indicators = [
      // Round-the-clock use.
      ACCOUNT_FEATURES.hourEntropy!(rows) > 0.95,
      // A new subscription at its full rate from the first days.
      firstUs - createdUs < 7 * DAY_US &&
        share((row) => data.timeUs[row]! < firstUs + 2 * DAY_US) >= 1.5 / days,
      // One credential from many addresses or programs.
      ACCOUNT_FEATURES.addresses!(rows) >= 5,
      // Far more use than the plan's other accounts.
      tokens[account]! > 5 * median(plan),
      // Proxies: many networks.
      ACCOUNT_FEATURES.networks!(rows) >= 4,
      // Stripped metadata.
      share((row) => data.device.codes[row] === 0 && data.endUser.codes[row] === 0) === 1,
      // Prompts that ask for reasoning.
      share((row) => reasons[data.prompt[row]! - 1] ?? false) > 0.2,
      // Errors and refusals that are met by trying on.
      ACCOUNT_FEATURES.errorShare!(rows) + ACCOUNT_FEATURES.refusalShare!(rows) > 0.05,
      // A new model at once.
      releases.some(({ model, timeUs }) => {
        const nextDay = (row: number) => data.timeUs[row]! >= timeUs && data.timeUs[row]! < timeUs + DAY_US;
        const all = share(nextDay);
        return all > 0 && share((row) => nextDay(row) && data.model.codes[row] === model) / all > 0.3;
      }),
      // Texts that other accounts send too.
      share((row) => accountsOfPrompt[data.prompt[row]!]! > 1) > 0.1,
    ];
    return indicators.filter(Boolean).length;
  });
}

const rowsOf = (data: Dataset, account: number): AccountRows => ({
  data,
  from: data.from[account]!,
  to: data.from[account + 1]!,
});

/** How many accounts sent each prompt, up to two; by prompt code. */
function sharedPrompts(data: Dataset): Uint8Array {
  const last = new Int32Array(data.prompts + 1).fill(-1);
  const counts = new Uint8Array(data.prompts + 1);
  for (let row = 0; row < data.rows; row++) {
    const prompt = data.prompt[row]!;
    if (last[prompt] !== data.account[row] && counts[prompt]! < 2) counts[prompt]!++;
    last[prompt] = data.account[row]!;
  }
  return counts;
}

/** Models that first come up after the first fifth of the window, with the time. */
function firstSeen(data: Dataset): { model: number; timeUs: number }[] {
  const first = new Float64Array(data.model.values.length + 1).fill(Number.POSITIVE_INFINITY);
  let startUs = Number.POSITIVE_INFINITY;
  let endUs = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < data.rows; row++) {
    const timeUs = data.timeUs[row]!;
    const model = data.model.codes[row]!;
    first[model] = Math.min(first[model]!, timeUs);
    startUs = Math.min(startUs, timeUs);
    endUs = Math.max(endUs, timeUs);
  }
  return [...first.keys()].flatMap((model) =>
    model > 0 && first[model]! > startUs + (endUs - startUs) / 5 ? [{ model, timeUs: first[model]! }] : [],
  );
}
