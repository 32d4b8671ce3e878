import type { Coded, Codes, Dataset } from './dataset.ts';
import type { PromptDigests } from './digest-prompts.ts';

type Cells = Codes | Float32Array | Float64Array;

/**
 * The rows of accounts `first` to `end - 1` as a data set of its own, whose accounts are numbered from 0. Columns are
 * looked at where they stand and not copied; codes and their values stay those of the whole.
 */
export function accountsOf(data: Dataset, first: number, end: number): Dataset {
  if (first === 0 && end === data.accounts.length) return data;
  const [low, high] = [data.from[first], data.from[end]];
  const cut = (column: unknown): unknown => {
    if (ArrayBuffer.isView(column)) return (column as Cells).subarray(low, high);
    const { codes, values } = column as Coded;
    return { codes: codes.subarray(low, high), values };
  };
  const { rows: _, accounts, from, account, prompts, ...columns } = data;
  return {
    ...(Object.fromEntries(
      Object.entries(columns).map(([name, column]) => [name, cut(column)]),
    ) as typeof columns),
    rows: high - low,
    accounts: accounts.slice(first, end),
    from: from.subarray(first, end + 1).map((at) => at - low),
    account: first === 0 ? account.subarray(low, high) : account.subarray(low, high).map((a) => a - first),
    prompts,
  };
}

/** The digests of those rows. */
export function digestsOf(digests: PromptDigests, data: Dataset, first: number, end: number): PromptDigests {
  if (first === 0 && end === data.accounts.length) return digests;
  return { ...digests, template: digests.template.subarray(data.from[first], data.from[end]) };
}
