import { requestsOfText } from '../../../shared/contract/texts.ts';
import { useSession } from '../../store/session.ts';
import { openAccount } from '../../store/views.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatCount, formatMinute, formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';

const LISTED = 100;

/** The requests with one text, earliest first, each a way to its account. */
export function TextRequests({ id }: { id: number }) {
  const zone = useSession((state) => state.case!.timeZone);
  const dataVersion = useSession((state) => state.dataVersion);
  const answer = useCall(requestsOfText, { id, limit: LISTED }, dataVersion);
  if (answer.error !== undefined) return <ErrorPanel error={answer.error} onRetry={answer.retry} />;
  if (!answer.value) return <p className="soft">Looking up the requests</p>;
  const { requests, total } = answer.value;
  return (
    <>
      <ul className="text-requests" aria-label="Requests with this text">
        {requests.map(({ reference, account, timeUs }) => (
          <li key={reference}>
            <span className="time">
              {timeUs === null ? 'no valid time' : `${formatMinute(zone, timeUs)} ${zone}`}
            </span>
            <button type="button" className="link mono" onClick={() => openAccount(account, null, reference)}>
              <Shown text={account} max={60} />
            </button>
          </li>
        ))}
      </ul>
      {requests.length < total && (
        <p className="soft">
          The first {formatCount(requests.length)} of {formatUnits(total, 'request')}
        </p>
      )}
    </>
  );
}
