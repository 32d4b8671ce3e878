import type { MergeResult } from '../../../shared/contract/merge.ts';
import { formatCount, formatUnits } from '../../ui/format.ts';

/** Nothing that people wrote is in the copy alone. */
export function bringsNothing({ added, changed, removed, conflicts }: MergeResult): boolean {
  return added + changed + removed + conflicts === 0;
}

/** What merging would do, a line each. */
export function planLines({ added, changed, removed, conflicts }: MergeResult): readonly string[] {
  return [
    `${formatUnits(added, 'entry', 'entries')} would be added`,
    `${formatCount(changed)} changed`,
    `${formatCount(removed)} taken away`,
    conflicts === 0
      ? 'No conflicts'
      : `${formatUnits(conflicts, 'conflict')}: both copies changed the same in different ways. One side stands until somebody decides; nothing is lost.`,
  ];
}
