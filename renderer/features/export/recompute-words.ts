import type { Recomputation } from '../../../shared/contract/bundles.ts';
import { formatCount, formatUnits } from '../../ui/format.ts';

/** How much was made again from the tables of the bundle, and how much of it came out the same. */
export function recomputeWords({ files, exhibits, problems }: Recomputation): string {
  const same = exhibits.filter(({ state }) => state === 'match').length;
  const ofExhibits =
    exhibits.length === 0
      ? 'The bundle has no exhibits.'
      : `${formatCount(same)} of ${formatUnits(exhibits.length, 'exhibit')} came out the same.`;
  const ofFiles = `${formatUnits(files, 'file')} ${files === 1 ? 'was' : 'were'} made again from the tables of the bundle`;
  return `${ofFiles}${problems.length === 0 ? ', each the same to the byte' : ''}. ${ofExhibits}`;
}
