import type { KnownChecks } from '../../shared/contract/findings.ts';
import { formatUnits } from '../ui/format.ts';

/** `1 of 2 findings moved: 3 exhibits are not what was pinned.`; what is not known is never counted as unmoved. */
export function movedWords({ findings, exhibits, moved, match, unknown }: KnownChecks): string {
  const head = `${moved.length} of ${formatUnits(findings, 'finding')} moved`;
  const others = exhibits - match - unknown;
  if (others > 0)
    return `${head}: ${formatUnits(others, 'exhibit')} ${are(others)} not what was pinned.${unsaid(unknown)}`;
  if (unknown > 0)
    return `${head}: ${match} of ${formatUnits(exhibits, 'exhibit')} ${are(match)} what was pinned.${unsaid(unknown)}`;
  return `No finding moved: ${formatUnits(exhibits, 'exhibit')} ${are(exhibits)} what was pinned.`;
}

const are = (count: number) => (count === 1 ? 'is' : 'are');
const unsaid = (unknown: number) => (unknown > 0 ? ` Of ${unknown} it is not known.` : '');
