import { useMemo } from 'react';
import { getAccountRecords } from '../../../shared/contract/records.ts';
import { getActivity } from '../../../shared/contract/timeline.ts';
import { zoneOf } from '../../../shared/time/zone.ts';
import { showBeside } from '../../store/coding.ts';
import { useSession } from '../../store/session.ts';
import type { Range } from '../../store/view-history.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { IdentifierTable } from '../account/identifier-table.tsx';
import { HeatMap } from '../timeline/HeatMap.tsx';
import type { Mark } from '../timeline/marks.ts';
import { Timeline } from '../timeline/Timeline.tsx';
import { sharedIdentifiers } from './sheet-model.ts';

const NO_MARKS: readonly Mark[] = [];
const OF = 'of the other account';
const nothing = () => {};

interface Props {
  readonly account: string;
  readonly beside: string;
  /** All time of the case. */
  readonly caseRange: Range;
  /** The time that is looked at on the page; null for all of it. */
  readonly range: Range | null;
  readonly onRange: (range: Range | null) => void;
}

/** Another account of the sample under the one to be coded: when it was at work, and what both carry. */
export function BesideAccount({ account, beside, caseRange, range, onRange }: Props) {
  const zone = useSession((state) => state.case!.timeZone);
  const dataVersion = useSession((state) => state.dataVersion);
  const activity = useCall(getActivity, { account: beside }, dataVersion);
  const own = useCall(getAccountRecords, { account }, dataVersion);
  const other = useCall(getAccountRecords, { account: beside }, dataVersion);
  const shared = useMemo(
    () => own.value && other.value && sharedIdentifiers(own.value.identifiers, other.value.identifiers),
    [own.value, other.value],
  );
  const failed = [activity, own, other].find(({ error }) => error !== undefined);
  return (
    <section className="beside" aria-label="Beside it">
      <header className="split">
        <h2>
          Beside it{' '}
          <span className="mono">
            <Shown text={beside} max={60} />
          </span>
        </h2>
        <button type="button" className="quiet" onClick={() => showBeside(null)}>
          Close the other account
        </button>
      </header>
      {failed && <ErrorPanel error={failed.error} onRetry={failed.retry} />}
      {activity.value && (
        <>
          <Timeline
            activity={activity.value}
            zone={zoneOf(zone)}
            of={OF}
            caseRange={caseRange}
            marks={NO_MARKS}
            committed={range}
            proposed={null}
            onRangeChange={nothing}
            onPropose={nothing}
            onCommit={onRange}
            onPickRequest={nothing}
          />
          <HeatMap
            activity={activity.value}
            of={OF}
            zone={zoneOf(zone)}
            range={range ?? caseRange}
            onPick={nothing}
          />
        </>
      )}
      {shared && (
        <p>
          {shared.length === 0
            ? 'Tables and requests give both no identifier in common.'
            : `${formatUnits(shared.length, 'identifier')} that both carry:`}
        </p>
      )}
      {shared && <IdentifierTable identifiers={shared} />}
    </section>
  );
}
