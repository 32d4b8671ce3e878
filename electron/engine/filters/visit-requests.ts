import type { CellIndex, Numbers } from './cell-index.ts';

/** Quarter hours of an index, [from, to), or with `negate` all others; null for all requests, whatever their time. */
export type BinRange = { readonly from: number; readonly to: number; readonly negate?: boolean } | null;

/** Entries [from, to) of parallel columns, in which a combination may come several times. */
export type Visit = (combination: Numbers, requests: Numbers, from: number, to: number) => void;

/** Shows the requests of an account within a range, by stretches of its cells or of sums over them. */
export type VisitAccount = (account: number, visit: Visit) => void;

export function visitorOf(index: CellIndex, range: BinRange): VisitAccount {
  if (range === null) {
    // Everything is added up already.
    const { pairFrom, pairCombination, pairRequests } = index;
    return (account, visit) => visit(pairCombination, pairRequests, pairFrom[account], pairFrom[account + 1]);
  }
  const { bins } = index;
  const { from, negate } = range;
  const to = Math.min(range.to, bins);
  if (!negate) return (account, visit) => visitSpan(index, from, to, account, visit);
  const again = Math.max(0, from, to);
  return (account, visit) => {
    visitSpan(index, 0, Math.min(from, bins), account, visit);
    visitSpan(index, again, bins, account, visit);
    // Requests without a time stand behind the last bin, outside of every range.
    visitCells(index, bins, bins + 1, index.from[account], account, visit);
  };
}

/** Whole blocks inside, quarter hours at both edges; these only of accounts with any requests in the block there. */
function visitSpan(index: CellIndex, from: number, to: number, account: number, visit: Visit): void {
  const { blockBins, block } = index;
  const end = index.blockFrom[account + 1];
  const first = firstFrom(block, Math.floor(from / blockBins), index.blockFrom[account], end);
  if (first === end || block[first] * blockBins >= to) return;
  const cells = index.from[account];
  const firstBlock = Math.ceil(from / blockBins);
  const endBlock = Math.floor(to / blockBins);
  if (firstBlock >= endBlock) {
    visitCells(index, from, to, cells + index.blockCell[first], account, visit);
    return;
  }
  let at = first;
  while (at < end && block[at] < firstBlock) at++;
  if (at > first)
    visitCells(index, from, firstBlock * blockBins, cells + index.blockCell[first], account, visit);
  const until = firstFrom(block, endBlock, at, end);
  if (until > at) visit(index.blockCombination, index.blockRequests, at, until);
  if (until < end && block[until] === endBlock)
    visitCells(index, endBlock * blockBins, to, cells + index.blockCell[until], account, visit);
}

/** Those of an account's cells from `first` on whose quarter hour lies in [from, to). */
function visitCells(
  { bin, combination, requests, from: cells }: CellIndex,
  from: number,
  to: number,
  first: number,
  account: number,
  visit: Visit,
): void {
  const end = cells[account + 1];
  const at = soonFrom(bin, from, first, end);
  const until = soonFrom(bin, to, at, end);
  if (until > at) visit(combination, requests, at, until);
}

/** As `firstFrom`, quick where it lies near the beginning. */
function soonFrom(numbers: Numbers, least: number, from: number, to: number): number {
  let low = from;
  let step = 1;
  while (low + step < to && numbers[low + step] < least) {
    low += step;
    step *= 2;
  }
  return firstFrom(numbers, least, low, Math.min(to, low + step + 1));
}

/** The first place of [from, to) whose number is at least `least`, of ascending numbers; `to` without any. */
export function firstFrom(numbers: Numbers, least: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle] < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
