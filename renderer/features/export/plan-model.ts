import type { BundlePlan } from '../../../shared/contract/bundles.ts';
import { formatCount, formatUnits } from '../../ui/format.ts';

/** One kind of thing that goes along. */
export interface PlanRow {
  readonly what: string;
  /** `3 of 5`, or a count alone where all that there are go along. */
  readonly amount: string;
  /** What is to be said of it; '' for nothing. */
  readonly note: string;
}

/** What a bundle will hold, a row for each kind of thing. */
export function planRows(plan: BundlePlan, rowLimit: number | null): readonly PlanRow[] {
  const { of } = plan;
  const part = (what: string, some: number, all: number, note = ''): PlanRow => ({
    what,
    amount: `${formatCount(some)} of ${formatCount(all)}`,
    note,
  });
  const all = (what: string, count: number, note: string): PlanRow => ({
    what,
    amount: formatCount(count),
    note,
  });
  return [
    part('Findings', plan.findings, of.findings),
    all('Exhibits', plan.exhibits, 'of these findings'),
    part('Operators', plan.operators, of.operators),
    part('Accounts', plan.accounts, of.accounts),
    part('Requests', plan.requests, of.requests, beyond(plan.beyondLimit, rowLimit)),
    part('Annotations', plan.annotations, of.annotations),
    all('Sources', plan.sources, 'name, SHA-256, mapping and counts'),
    all('Custody entries', plan.custodyEntries, 'the whole log'),
  ];
}

function beyond(count: number, rowLimit: number | null): string {
  if (count === 0) return '';
  return `${formatUnits(count, 'more request')} of these accounts beyond the limit of ${formatCount(rowLimit ?? 0)} each`;
}
