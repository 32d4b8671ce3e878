import { useMemo, useState } from 'react';
import { getActivity, getRequests } from '../../../shared/contract/timeline.ts';
import { zoneOf } from '../../../shared/time/zone.ts';
import { sameRange } from '../../draw/time-scale.ts';
import { useSession } from '../../store/session.ts';
import type { Range } from '../../store/view-history.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { useCall } from '../../ui/use-call.ts';
import { usePaused } from '../../ui/use-paused.ts';
import { MOST_LOADED } from '../timeline/scene.ts';
import { Timeline } from '../timeline/Timeline.tsx';
import '../../draw/categories.css';
import '../timeline/timeline.css';

interface Props {
  /** null for the whole case. */
  readonly account: string | null;
  /** null for all time of the case. */
  readonly range: Range | null;
}

/** Requests over time, of the range that was pinned. What is marked in it changes no filter. */
export function LiveActivity({ account, range }: Props) {
  const { timeZone, firstUs, lastUs } = useSession((state) => state.case)!;
  const dataVersion = useSession((state) => state.dataVersion);
  const activity = useCall(getActivity, { account }, dataVersion);
  const [toLoad, setToLoad] = useState<Range | null>(null);
  const [proposed, setProposed] = useState<Range | null>(null);
  const settled = usePaused(toLoad);
  const asked = account !== null && settled ? { account, ...settled, limit: MOST_LOADED } : null;
  const requests = useCall(getRequests, asked, dataVersion, true);
  const shown = useMemo(
    () => range ?? (firstUs === null || lastUs === null ? null : { fromUs: firstUs, toUs: lastUs + 1 }),
    [range, firstUs, lastUs],
  );
  if (activity.error !== undefined) return <ErrorPanel error={activity.error} onRetry={activity.retry} />;
  if (!activity.value) return <p className="soft">Reading activity.</p>;
  if (!shown) return <p className="soft">No request of the case has a time.</p>;
  return (
    <Timeline
      activity={activity.value}
      requests={account === null ? undefined : (requests.value ?? null)}
      requestsRange={requests.of ?? null}
      zone={zoneOf(timeZone)}
      caseRange={shown}
      marks={[]}
      committed={null}
      proposed={proposed}
      onRangeChange={(_, load) => {
        if (load) setToLoad((old) => (sameRange(old, load) ? old : load));
      }}
      onPropose={setProposed}
      onCommit={() => setProposed(null)}
      onPickRequest={() => undefined}
    />
  );
}
