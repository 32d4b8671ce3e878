import { useMemo, useState } from 'react';
import { getAccount } from '../../../shared/contract/accounts.ts';
import { getActivity, getRequests } from '../../../shared/contract/timeline.ts';
import { zoneOf } from '../../../shared/time/zone.ts';
import { sameRange } from '../../draw/time-scale.ts';
import { useSession } from '../../store/session.ts';
import type { Range } from '../../store/view-history.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { useCall } from '../../ui/use-call.ts';
import { usePaused } from '../../ui/use-paused.ts';
import { AccountMeasures } from '../account/account-measures.tsx';
import { AccountUse } from '../account/account-use.tsx';
import { followRange } from '../account/bands/band-range.ts';
import { BandsPanel } from '../account/bands/bands-panel.tsx';
import { Busiest } from '../account/busiest.tsx';
import { requestReference, withoutTemplates } from '../account/model.ts';
import { RequestList } from '../account/request-list.tsx';
import type { WeekHour } from '../account/week-hour.ts';
import { WeekHourDays } from '../account/week-hour-days.tsx';
import { sumIn, totalRequests } from '../timeline/bins.ts';
import { GrainNote } from '../timeline/GrainNote.tsx';
import { HeatMap } from '../timeline/HeatMap.tsx';
import type { Mark } from '../timeline/marks.ts';
import { MOST_LOADED } from '../timeline/scene.ts';
import { Timeline } from '../timeline/Timeline.tsx';
import { BesideAccount } from './beside-account.tsx';
import { BlindRecord } from './blind-record.tsx';
import { BlindRequest } from './blind-request.tsx';
import '../../draw/categories.css';
import '../timeline/timeline.css';
import '../account/account.css';

/** Annotations would be marked on the timeline. */
const NO_MARKS: readonly Mark[] = [];

interface Props {
  readonly account: string;
  /** Another one to look at in the same way; null for none. */
  readonly beside: string | null;
}

/** What an account did and declares, without anything that the analysis or people make of it. */
export function BlindAccount({ account, beside }: Props) {
  const info = useSession((state) => state.case)!;
  const dataVersion = useSession((state) => state.dataVersion);
  const [toLoad, setToLoad] = useState<Range | null>(null);
  const [range, setRange] = useState<Range | null>(null);
  const [proposed, setProposed] = useState<Range | null>(null);
  const [weekHour, setWeekHour] = useState<WeekHour | null>(null);
  const [picked, setPicked] = useState<string | null>(null);
  const row = useCall(getAccount, { account }, dataVersion);
  const activity = useCall(getActivity, { account }, dataVersion);
  const settled = usePaused(toLoad);
  const asked = useMemo(() => settled && { account, ...settled, limit: MOST_LOADED }, [account, settled]);
  const requests = useCall(getRequests, asked, dataVersion, true);
  const columns = useMemo(() => requests.value && withoutTemplates(requests.value), [requests.value]);
  const { firstUs, lastUs } = info;
  const caseRange = useMemo(
    () => (firstUs === null || lastUs === null ? null : { fromUs: firstUs, toUs: lastUs + 1 }),
    [firstUs, lastUs],
  );
  const zone = zoneOf(info.timeZone);
  const failed = [row, activity].find(({ error }) => error !== undefined);
  if (failed) return <ErrorPanel error={failed.error} onRetry={failed.retry} />;
  if (!row.value || !activity.value) return null;
  const { requests: total } = row.value;
  const timed = totalRequests(activity.value);
  const commit = (next: Range | null) => {
    setRange(next);
    setProposed(null);
  };
  return (
    <div className="account">
      <dl className="measures account-measures sheet-measures">
        <AccountMeasures row={row.value} info={info} />
      </dl>
      {row.value.firstUs === null || !caseRange ? (
        <>
          <p className="soft no-requests">
            {total === 0
              ? 'No requests of this account are in the case.'
              : 'None of its requests has a time, so none has a place on a time axis.'}
          </p>
          {total > 0 && <AccountUse account={account} />}
        </>
      ) : (
        <>
          <GrainNote account={account} />
          <div className="account-timeline">
            <Timeline
              activity={activity.value}
              requests={columns ?? null}
              requestsRange={requests.of ?? null}
              zone={zone}
              caseRange={caseRange}
              marks={NO_MARKS}
              committed={range}
              proposed={proposed}
              onRangeChange={(view, load) => {
                followRange(view);
                if (load) setToLoad((old) => (sameRange(old, load) ? old : load));
              }}
              onPropose={setProposed}
              onCommit={commit}
              onPickRequest={(index) => columns && setPicked(requestReference(columns, index))}
            />
          </div>
          {beside !== null && (
            <BesideAccount
              key={beside}
              account={account}
              beside={beside}
              caseRange={caseRange}
              range={range}
              onRange={commit}
            />
          )}
          <BandsPanel account={account} caseRange={caseRange} />
          <div className="account-heat">
            <HeatMap
              activity={activity.value}
              zone={zone}
              range={range ?? caseRange}
              onPick={(weekday, hour) => setWeekHour({ weekday, hour })}
            />
            {weekHour && (
              <WeekHourDays
                activity={activity.value}
                range={range ?? caseRange}
                zone={zone}
                weekHour={weekHour}
                onChoose={commit}
              />
            )}
            <Busiest account={account} />
          </div>
          <AccountUse account={account} />
          {picked !== null && <BlindRequest reference={picked} onClose={() => setPicked(null)} />}
          <RequestList
            account={account}
            range={range ?? caseRange}
            filtered={range !== null}
            onClear={() => commit(null)}
            filter={undefined}
            count={range ? sumIn(activity.value, 'requests', range) : timed}
            withoutTime={total - timed}
            total={total}
            picked={picked}
            onPick={setPicked}
          />
        </>
      )}
      <BlindRecord account={account} />
    </div>
  );
}
