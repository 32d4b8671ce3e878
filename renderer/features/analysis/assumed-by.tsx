import { useSession } from '../../store/session.ts';
import { formatMinute } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';

/** Who assumed something, and when. */
export function AssumedBy({ by }: { by: { readonly author: string; readonly changedUs: number } }) {
  const zone = useSession((state) => state.case!.timeZone);
  return (
    <span className="assumed-by">
      assumed by <Shown text={by.author} max={60} />, {formatMinute(zone, by.changedUs)} {zone}
    </span>
  );
}
