import { listContext } from '../../../shared/contract/records.ts';
import { useSession } from '../../store/session.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatCount, formatMinute } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';

/** The events of all context tables, earliest first. */
export function ContextEvents({ zone }: { zone: string }) {
  const dataVersion = useSession((state) => state.dataVersion);
  const context = useCall(listContext, {}, dataVersion);
  if (context.error !== undefined) return <ErrorPanel error={context.error} onRetry={context.retry} />;
  if (!context.value) return null;
  const { events, total } = context.value;
  return (
    <section className="context-events">
      <h2 id="context-title">
        Context events{' '}
        <span className="soft">
          {events.length === total
            ? formatCount(total)
            : `${formatCount(events.length)} of ${formatCount(total)}`}
        </span>
      </h2>
      {events.length === 0 && (
        <p className="soft">The tables of context hold no event that could be stored.</p>
      )}
      {events.length > 0 && (
        <table className="table" aria-labelledby="context-title">
          <thead>
            <tr>
              <th scope="col">Time ({zone})</th>
              <th scope="col">Kind</th>
              <th scope="col">Event</th>
              <th scope="col">According to</th>
            </tr>
          </thead>
          <tbody>
            {events.map((event) => (
              <tr key={`${event.source}/${event.row}`}>
                <td className="time">
                  {event.timeUs === null ? (
                    <span className="warn">
                      no time: <Shown text={event.timeText} max={40} />
                    </span>
                  ) : (
                    formatMinute(zone, event.timeUs)
                  )}
                </td>
                <td>
                  <Shown text={event.kind ?? ''} max={40} />
                </td>
                <td>
                  <Shown text={event.label} max={300} />
                </td>
                <td>
                  <Shown text={event.reference ?? ''} max={120} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
