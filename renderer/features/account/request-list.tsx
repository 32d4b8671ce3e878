import { useId, useMemo, useState } from 'react';
import type { Filter } from '../../../shared/contract/filters.ts';
import { BIN_US, getRequests } from '../../../shared/contract/timeline.ts';
import { useIsBlind } from '../../store/blind.ts';
import { useSession } from '../../store/session.ts';
import type { Range } from '../../store/view-history.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatCount, formatRange, formatUnits } from '../../ui/format.ts';
import { useCall } from '../../ui/use-call.ts';
import { requestReference, withoutTemplates } from './model.ts';
import { RequestRow } from './request-row.tsx';

/** Rows added each time more are asked for. */
const STEP = 100;

interface Props {
  readonly account: string;
  readonly range: Range;
  /** The range is a time filter, not all time. */
  readonly filtered: boolean;
  readonly onClear: () => void;
  /** Requests in the quarter hours of the range, of all `total` of the account. */
  readonly count: number;
  readonly total: number;
  readonly withoutTime: number;
  /** What is asked of the requests beside the range; undefined for nothing. */
  readonly filter: Filter | undefined;
  readonly picked: string | null;
  readonly onPick: (reference: string) => void;
}

/** The requests of a range, earliest first; picking one shows its fields at the right. */
export function RequestList({
  account,
  range,
  filtered,
  onClear,
  count,
  total,
  withoutTime,
  filter,
  picked,
  onPick,
}: Props) {
  const zone = useSession((state) => state.case!.timeZone);
  const dataVersion = useSession((state) => state.dataVersion);
  const titleId = useId();
  const [asked, setAsked] = useState({ range, limit: STEP });
  const limit = asked.range === range ? asked.limit : STEP;
  const requests = useCall(getRequests, { account, ...range, limit, filter }, dataVersion, true);
  const isBlind = useIsBlind();
  const found = requests.value;
  const columns = useMemo(() => (isBlind && found ? withoutTemplates(found) : found), [isBlind, found]);
  const answered =
    columns &&
    requests.of?.fromUs === range.fromUs &&
    requests.of.toUs === range.toUs &&
    JSON.stringify(requests.of.filter) === JSON.stringify(filter);
  // The quarter hours at the ends may be cut; only a whole list tells their requests exactly.
  const inRange = answered && !columns.truncated ? columns.timeUs.length : count;
  const exact = !filtered || (answered && !columns.truncated) || isWholeQuarters(range);
  const about = exact ? '' : 'about ';
  return (
    <section className="requests">
      <header className="requests-head">
        <h2 id={titleId}>Requests</h2>
        {filtered && (
          <span className="chip">
            <span className="soft">time</span> {formatRange(zone, range.fromUs, range.toUs)}
            <button type="button" className="chip-act" aria-label="Remove the time filter" onClick={onClear}>
              Remove
            </button>
          </span>
        )}
        <output className="count soft">
          {about}
          {formatCount(inRange)} of {formatUnits(total, 'request')}
        </output>
      </header>
      {filter?.chips.some(({ field }) => field === 'text' || field === 'template') && (
        <p className="soft">
          Conditions on words and templates choose accounts: of an account that meets them all requests are
          listed.
        </p>
      )}
      {requests.error !== undefined && <ErrorPanel error={requests.error} onRetry={requests.retry} />}
      {columns && columns.timeUs.length === 0 && (
        <p className="soft">
          {filter ? 'No request of the account meets the filter here.' : 'No request lies in this range.'}
        </p>
      )}
      {columns && columns.timeUs.length > 0 && (
        <>
          <table className="table" aria-labelledby={titleId}>
            <thead>
              <tr>
                <th scope="col">Time ({zone})</th>
                <th scope="col">Model</th>
                <th scope="col">Status</th>
                {columns.templates && (
                  <th scope="col" title="The recurring prompt that it follows, as the last analysis found it">
                    Template
                  </th>
                )}
                <th scope="col" className="number">
                  Input tokens
                </th>
                <th scope="col" className="number">
                  Output tokens
                </th>
                <th scope="col" className="number">
                  Latency, ms
                </th>
              </tr>
            </thead>
            <tbody>
              {Array.from(columns.timeUs, (_, index) => (
                <RequestRow
                  key={requestReference(columns, index)}
                  columns={columns}
                  index={index}
                  zone={zone}
                  picked={picked}
                  onPick={onPick}
                />
              ))}
            </tbody>
          </table>
          <p className="more">
            <span className="soft">
              {columns.truncated
                ? `The first ${formatCount(columns.timeUs.length)} of ${about}${formatUnits(inRange, 'request')}`
                : `All ${formatUnits(columns.timeUs.length, 'request')} of the range`}
            </span>
            {withoutTime > 0 && (
              <span className="soft">
                {formatUnits(withoutTime, 'request')} without a time are not listed
              </span>
            )}
            {columns.truncated && (
              <button type="button" onClick={() => setAsked({ range, limit: limit + STEP })}>
                Show {STEP} more
              </button>
            )}
          </p>
        </>
      )}
    </section>
  );
}

function isWholeQuarters({ fromUs, toUs }: Range): boolean {
  return fromUs % BIN_US === 0 && toUs % BIN_US === 0;
}
