import { formatReference, type Reference } from '../../../shared/reference.ts';
import type { Trail, View } from '../../store/view-history.ts';

const MOST = 6;

/** References of what was looked at on the way here, last first, each once; `known` are left out. */
export function seenBefore({ steps, at }: Trail, known: readonly string[]): readonly string[] {
  const seen = steps
    .slice(0, at + 1)
    .reverse()
    .flatMap(({ view }) => {
      const reference = referenceOf(view);
      return reference ? [formatReference(reference)] : [];
    });
  return [...new Set(seen)].filter((reference) => !known.includes(reference)).slice(0, MOST);
}

/** What a view is about; undefined for lists. */
export function referenceOf(view: View): Reference | undefined {
  switch (view.name) {
    case 'account':
      return { kind: 'account', account: view.account };
    case 'operator':
      return { kind: 'operator', operator: view.id };
    case 'template':
      return { kind: 'template', template: view.id };
    case 'lanes':
    case 'coverage':
      return view.of && 'operator' in view.of ? { kind: 'operator', operator: view.of.operator } : undefined;
    default:
      return undefined;
  }
}
