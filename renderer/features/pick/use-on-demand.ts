import { useState } from 'react';
import type { Filter } from '../../../shared/contract/filters.ts';

/**
 * Whether to read single requests: at once without a filter, else when asked to, so that a change of the filter reads
 * none. `of` is what would be read.
 */
export function useOnDemand(
  filter: Filter | undefined,
  of: unknown,
): { readonly isWanted: boolean; want(): void; stop(): void } {
  const key = JSON.stringify([filter, of]);
  const [answered, setAnswered] = useState<{ readonly key: string; readonly isWanted: boolean } | null>(null);
  return {
    isWanted: answered?.key === key ? answered.isWanted : filter === undefined,
    want: () => setAnswered({ key, isWanted: true }),
    stop: () => setAnswered({ key, isWanted: false }),
  };
}
