import type { Rerun } from '../../../shared/contract/exhibits.ts';
import { knownChecks } from '../../../shared/contract/findings.ts';
import { useFindingsVersion } from '../../store/findings.ts';
import { useSession } from '../../store/session.ts';
import { useCall } from '../../ui/use-call.ts';
import { useWalk } from './walk-store.ts';

/**
 * What working an exhibit out again found, figure by figure: in this walk, or before where it had moved. null where
 * that was not done with the data as they are, or found a match, which says all.
 */
export function useReruns(): (exhibit: string) => Rerun | null {
  const dataVersion = useSession((state) => state.dataVersion);
  const found = useWalk((state) => state.found);
  const known = useCall(knownChecks, {}, useFindingsVersion());
  const moved = (known.value?.moved ?? []).flatMap(({ exhibits }) => exhibits);
  return (exhibit) => {
    const own = found.get(exhibit);
    if (own?.dataVersion === dataVersion) return own.rerun;
    return moved.find((one) => one.exhibit === exhibit)?.rerun ?? null;
  };
}
