import { shownText } from '../../shared/shown-text.ts';
import { recoveredWords } from '../features/settings/recovery-model.ts';
import { useSession } from '../store/session.ts';
import { goTo } from '../store/views.ts';

/** That the case was recovered and what of it is gone, for as long as it is a case. */
export function RecoveredBanner() {
  const recovered = useSession((state) => state.case?.recovered ?? null);
  if (recovered === null) return null;
  const file = shownText(recovered.file, { max: 80 });
  return (
    <p className="banner banner-top" role="status">
      Recovered case. {recoveredWords({ ...recovered, file })}{' '}
      <button type="button" className="link inline" onClick={() => goTo({ name: 'settings' })}>
        What was lost
      </button>
    </p>
  );
}
