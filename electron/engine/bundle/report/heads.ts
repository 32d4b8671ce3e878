import type { SignalId } from '../../../../shared/contract/analysis.ts';
import type { ExhibitQueryName } from '../../../../shared/contract/exhibits.ts';
import type { NumberedExhibit } from './exhibit-numbers.ts';

/** A head under which purpose may be inferred, and what of this program speaks to it. */
export interface Head {
  readonly id: 'i' | 'ii' | 'iii' | 'iv';
  readonly title: string;
  readonly signals: readonly SignalId[];
  readonly queries: readonly ExhibitQueryName[];
}

/** Where the heads come from. */
export const HEADS_SOURCE =
  'The heads are those of section 3(11)(B) of H.R. 8283, a bill of the United States that is not law as far as the makers of this program know: from all circumstances together, purpose may be inferred by them. No head decides anything alone.';

/** Section 3(11)(B) of H.R. 8283, and which signals and exhibits speak to each head. */
export const HEADS: readonly Head[] = [
  {
    id: 'i',
    title: 'Volume, structure, pattern, coordination or timing of the queries',
    signals: ['S1', 'S2', 'S6', 'S7', 'S8', 'S9', 'S10'],
    queries: ['activity', 'profile', 'template', 'synchrony'],
  },
  {
    id: 'ii',
    title: 'Concentration on specific capabilities of the model',
    signals: ['S3', 'S4', 'S5'],
    queries: [],
  },
  {
    id: 'iii',
    title: 'Several accounts in a coordinated manner',
    signals: ['S2', 'S13', 'S14', 'S15', 'S16', 'S17', 'S18'],
    queries: ['operator', 'link', 'synchrony', 'partition'],
  },
  {
    id: 'iv',
    title: 'Correlation with the development timeline of another model',
    signals: ['S11', 'S12'],
    queries: [],
  },
];

/** An exhibit of signals speaks to the heads of the signals that were pinned; the others to those of their query. */
export function speaksTo(head: Head, { body }: Pick<NumberedExhibit, 'body'>): boolean {
  if (body.query !== 'signals') return head.queries.some((query) => query === body.query);
  const pinned = new Set(body.figures.map(({ name }) => name.split(' ', 1)[0]));
  return head.signals.some((signal) => pinned.has(signal));
}
