import { useMemo, useState } from 'react';
import { getAccount } from '../../../shared/contract/accounts.ts';
import { listAnnotations } from '../../../shared/contract/annotations.ts';
import { getActivity, getRequests } from '../../../shared/contract/timeline.ts';
import { zoneOf } from '../../../shared/time/zone.ts';
import { sameRange } from '../../draw/time-scale.ts';
import { askedFilter, requestFilter } from '../../store/filter.ts';
import { pickLogs } from '../../store/imports.ts';
import { useSession } from '../../store/session.ts';
import type { Range } from '../../store/view-history.ts';
import {
  commitRange,
  goTo,
  pickRequest,
  propose,
  useFilter,
  useFilterRange,
  useLeftOutRange,
  useProposedRange,
  useView,
} from '../../store/views.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { useCall } from '../../ui/use-call.ts';
import { usePaused } from '../../ui/use-paused.ts';
import { AccountAnalysis } from '../analysis/account-analysis.tsx';
import { matchingActivity, outsideOf, sumIn, totalRequests } from '../timeline/bins.ts';
import { GrainNote } from '../timeline/GrainNote.tsx';
import { HeatMap } from '../timeline/HeatMap.tsx';
import { MOST_LOADED } from '../timeline/scene.ts';
import { Timeline } from '../timeline/Timeline.tsx';
import { AccountHeader } from './account-header.tsx';
import { AccountRecordPanel } from './account-record.tsx';
import { AccountUse } from './account-use.tsx';
import { followRange } from './bands/band-range.ts';
import { BandsPanel } from './bands/bands-panel.tsx';
import { Busiest } from './busiest.tsx';
import { annotationMarks, requestReference } from './model.ts';
import { RequestList } from './request-list.tsx';
import type { WeekHour } from './week-hour.ts';
import { WeekHourDays } from './week-hour-days.tsx';
import '../../draw/categories.css';
import '../timeline/timeline.css';
import './account.css';

/** One account: its measures, its timeline, and its requests in the range under examination. */
export function AccountView() {
  const view = useView();
  const account = view.name === 'account' ? view.account : '';
  return <AccountPage key={account} account={account} />;
}

function AccountPage({ account }: { account: string }) {
  const info = useSession((state) => state.case)!;
  const dataVersion = useSession((state) => state.dataVersion);
  const notesVersion = useSession((state) => state.notesVersion);
  const view = useView();
  const committed = useFilterRange();
  const proposed = useProposedRange();
  const leftOut = useLeftOutRange();
  const windowFilter = useFilter();
  const filter = useMemo(() => {
    const { chips } = askedFilter(windowFilter);
    return chips.length > 0 ? { range: null, chips } : undefined;
  }, [windowFilter]);
  const [toLoad, setToLoad] = useState<Range | null>(null);
  const [weekHour, setWeekHour] = useState<WeekHour | null>(null);
  const row = useCall(getAccount, { account }, dataVersion);
  // The same account under another filter: what is drawn stays until the answer has come.
  const activity = useCall(getActivity, { account, filter }, dataVersion, true);
  const annotations = useCall(listAnnotations, { account }, notesVersion);

  const settled = usePaused(toLoad);
  const asked = useMemo(
    () => settled && { account, ...settled, limit: MOST_LOADED, ...(filter && { filter, others: true }) },
    [account, settled, filter],
  );
  const requests = useCall(getRequests, asked, dataVersion, true);
  const marks = useMemo(
    () => annotationMarks(annotations.value ?? [], requests.value),
    [annotations.value, requests.value],
  );
  const { firstUs, lastUs } = info;
  const caseRange = useMemo(() => caseRangeOf(firstUs, lastUs), [firstUs, lastUs]);
  const zone = zoneOf(info.timeZone);
  const left = useMemo(
    () => activity.value && outsideOf(matchingActivity(activity.value) ?? activity.value, leftOut),
    [activity.value, leftOut],
  );
  const error = row.error ?? activity.error;

  if (error !== undefined)
    return <ErrorPanel error={error} onRetry={row.error ? row.retry : activity.retry} />;
  if (!row.value || !activity.value || !left) return null;
  const asking = filter !== undefined || leftOut !== null;
  const { requests: total } = row.value;
  const timed = totalRequests(activity.value);
  return (
    <div className="account">
      <AccountHeader row={row.value} info={info} />
      {row.value.firstUs === null || !caseRange ? (
        <>
          <NoTimeline requests={total} />
          {total > 0 && <AccountAnalysis account={account} />}
          {total > 0 && <AccountUse account={account} />}
        </>
      ) : (
        <>
          <GrainNote account={account} />
          <div className="account-timeline">
            <Timeline
              activity={activity.value}
              requests={requests.value ?? null}
              requestsRange={requests.of ?? null}
              zone={zone}
              caseRange={caseRange}
              marks={marks}
              committed={committed}
              leftOut={leftOut}
              proposed={proposed}
              onRangeChange={(range, load) => {
                followRange(range);
                if (load) setToLoad((old) => (sameRange(old, load) ? old : load));
              }}
              onPropose={propose}
              onCommit={commitRange}
              onPickRequest={(index) =>
                requests.value && pickRequest(requestReference(requests.value, index))
              }
            />
          </div>
          <BandsPanel account={account} caseRange={caseRange} />
          <div className="account-heat">
            <HeatMap
              activity={left}
              of={asking ? 'that meet the filter' : undefined}
              zone={zone}
              range={committed ?? caseRange}
              onPick={(weekday, hour) => setWeekHour({ weekday, hour })}
            />
            {weekHour && (
              <WeekHourDays
                activity={left}
                range={committed ?? caseRange}
                zone={zone}
                weekHour={weekHour}
                onChoose={commitRange}
              />
            )}
            <Busiest account={account} />
          </div>
          <AccountAnalysis account={account} />
          <AccountUse account={account} />
          <RequestList
            account={account}
            range={committed ?? caseRange}
            filtered={committed !== null}
            onClear={() => commitRange(null)}
            filter={requestFilter(windowFilter)}
            count={committed ? sumIn(left, 'requests', committed) : totalRequests(left)}
            withoutTime={total - timed}
            total={total}
            picked={view.name === 'account' ? view.request : null}
            onPick={pickRequest}
          />
        </>
      )}
      <AccountRecordPanel account={account} />
    </div>
  );
}

function NoTimeline({ requests }: { requests: number }) {
  return requests === 0 ? (
    <p className="no-requests">
      <span className="soft">
        No requests of this account are in the case. A table of accounts names it; what that says stands
        below.
      </span>{' '}
      <button type="button" onClick={pickLogs}>
        Import logs
      </button>
    </p>
  ) : (
    <EmptyState title="No request of this account has a time">
      <p>
        Its requests are counted and can be exported, but they have no place on a time axis. If a column of
        the file states their time, take the import back and import it again with that column.
      </p>
      <button type="button" onClick={() => goTo({ name: 'sources' })}>
        Sources
      </button>
    </EmptyState>
  );
}

/** All time of the case as a half-open range; null when no request has a time. */
function caseRangeOf(firstUs: number | null, lastUs: number | null): Range | null {
  return firstUs === null || lastUs === null ? null : { fromUs: firstUs, toUs: lastUs + 1 };
}
