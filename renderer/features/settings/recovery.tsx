import { useSession } from '../../store/session.ts';
import { formatMinute } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { LossesTable } from './losses-table.tsx';

/** What was lost where the case was recovered from a damaged file; nothing for any other case. */
export function Recovery() {
  const recovered = useSession((state) => state.case!.recovered);
  const zone = useSession((state) => state.case!.timeZone);
  if (recovered === null) return null;
  return (
    <section aria-labelledby="settings-recovery">
      <h2 id="settings-recovery">Recovered</h2>
      <p>
        From the damaged file <Shown text={recovered.file} max={120} />, {formatMinute(zone, recovered.atUs)}{' '}
        {zone}. This stands in the custody log too.
      </p>
      <LossesTable recovered={recovered} />
    </section>
  );
}
