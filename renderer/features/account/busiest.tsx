import { getGrains, getProfile } from '../../../shared/contract/timeline.ts';
import { useSession } from '../../store/session.ts';
import { useCall } from '../../ui/use-call.ts';
import { busiestDay, busiestHour, evenlySpread } from './use-model.ts';

/** The busiest day and hour of the week of an account over all time, and what hours cannot tell. */
export function Busiest({ account }: { account: string }) {
  const dataVersion = useSession((state) => state.dataVersion);
  const days = useCall(getProfile, { account, by: 'day' }, dataVersion).value;
  const hours = useCall(getProfile, { account, by: 'hourOfWeek' }, dataVersion).value;
  const everybody = useCall(getProfile, { account: null, by: 'hourOfWeek' }, dataVersion).value;
  const grains = useCall(getGrains, { account }, dataVersion).value;
  if (!days || !hours || !everybody || !grains) return null;
  const spread = evenlySpread(grains);
  return (
    <>
      {spread !== null && (
        <p className="soft" role="note">
          {spread}
        </p>
      )}
      <p className="busiest soft">
        {busiestDay(days)} {busiestHour(hours, everybody)} Over all time, in {days.timeZone}.
      </p>
    </>
  );
}
