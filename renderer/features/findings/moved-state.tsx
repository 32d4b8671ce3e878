import { knownChecks } from '../../../shared/contract/findings.ts';
import { useIsBlind } from '../../store/blind.ts';
import { useFindingsVersion } from '../../store/findings.ts';
import { goTo } from '../../store/views.ts';
import { formatUnits } from '../../ui/format.ts';
import { useCall } from '../../ui/use-call.ts';

/** How many findings moved, as a way to by how much; nothing while none is known to have. */
export function MovedState() {
  const moved = useCall(knownChecks, {}, useFindingsVersion()).value?.moved.length ?? 0;
  // Whoever codes blind is not told of what others found.
  if (useIsBlind() || moved === 0) return null;
  return (
    <button type="button" className="link warn" onClick={() => goTo({ name: 'findings' })}>
      {formatUnits(moved, 'finding')} moved
    </button>
  );
}
