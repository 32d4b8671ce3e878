import type { BundlePlan } from '../../../shared/contract/bundles.ts';
import { formatUnits } from '../../ui/format.ts';

/** What a bundle will hold, one line a kind of thing. */
export function planLines(plan: BundlePlan): readonly string[] {
  return [
    `${formatUnits(plan.annotations, 'annotation')} on ${formatUnits(plan.accounts, 'account')}`,
    `${formatUnits(plan.citedRequests, 'request')} cited by them, without prompt text`,
    `${formatUnits(plan.sources, 'source')}: name, SHA-256, mapping and counts`,
    `The custody log, ${formatUnits(plan.custodyEntries, 'entry', 'entries')}`,
    'A report to read, and a manifest with the SHA-256 of every file',
  ];
}
