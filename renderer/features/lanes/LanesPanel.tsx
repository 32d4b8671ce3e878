import { type ReactNode, useEffect, useId, useMemo, useReducer, useState } from 'react';
import { NO_FILTER } from '../../../shared/contract/filters.ts';
import type { LanesOf } from '../../../shared/contract/lanes.ts';
import { usePalette } from '../../draw/palette.ts';
import type { TimeRange } from '../../draw/time-scale.ts';
import { useSession } from '../../store/session.ts';
import type { Range } from '../../store/view-history.ts';
import { goTo, openAccount } from '../../store/views.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatUnits } from '../../ui/format.ts';
import { DropAnyCondition } from '../filter/drop-conditions.tsx';
import { ofNow } from '../pick/of-filter.ts';
import { OutsideLine } from '../pick/outside-line.tsx';
import { useAskedFilter } from '../pick/use-asked-filter.ts';
import { FilterLine } from '../timeline/FilterLine.tsx';
import { Overview } from '../timeline/Overview.tsx';
import { createViewStore } from '../timeline/view-store.ts';
import { count, rangeTitle, zoneTitle } from '../timeline/words.ts';
import { arrange, startArranged } from './arrangement.ts';
import { LaneFacts } from './LaneFacts.tsx';
import { LanesChart } from './LanesChart.tsx';
import { LanesLine } from './LanesLine.tsx';
import { LanesTables, type TableChoice } from './LanesTables.tsx';
import { LanesToolbar } from './LanesToolbar.tsx';
import { createLaneCursor } from './lane-cursor.ts';
import { metWords, unfilteredWords } from './lanes-filter.ts';
import { COUNT_PX } from './lanes-layout.ts';
import { lanesPicture } from './lanes-picture.ts';
import type { LaneLook, LanesScene } from './lanes-scene.ts';
import { type LoadedLanes, useLanes } from './use-lanes.ts';
import { useLanesScene } from './use-lanes-scene.ts';
import { useMatchingTogether } from './use-matching-together.ts';
import '../../draw/categories.css';
import '../timeline/timeline.css';
import './lanes.css';

interface Props {
  readonly of: LanesOf;
  /** Lanes drawn at once; more are scrolled through. */
  readonly mostRows: number;
  readonly committed: Range | null;
  readonly onCommit: (range: Range | null) => void;
  /** What stands under the lanes; given the lanes shown. */
  readonly children?: (scene: LanesScene) => ReactNode;
}

/** The accounts of an operator, or any selection, as lanes with what they do together under them. */
export function LanesPanel(props: Props) {
  const { filter, atAnyTime, version } = useAskedFilter();
  const [outside, setOutside] = useState(false);
  const asked = { of: ofNow(props.of, filter ?? NO_FILTER), filter: atAnyTime, outside };
  const loaded = useLanes(asked, version);
  const { firstUs, lastUs } = useSession((state) => state.case)!;
  const { set, activities, done, error, retry } = loaded;
  if (error !== undefined) return <ErrorPanel error={error} onRetry={retry} />;
  if (!set) return <p className="soft">Opening the lanes.</p>;
  const line = atAnyTime && !('filter' in props.of) && (
    <OutsideLine
      matching={set.matching}
      ofAccounts={set.asked}
      outside={outside}
      setOutside={setOutside}
      meant={filter?.range && !filter.range.negate ? 'the filter at any time' : 'the filter'}
    />
  );
  if (set.lanes.length === 0 && (set.asked > 0 || 'filter' in props.of))
    return (
      <EmptyState title="None of these accounts matches the filter">
        {line}
        <p>Drop a condition, or choose other accounts.</p>
        <DropAnyCondition />
      </EmptyState>
    );
  if (set.lanes.length === 0)
    return (
      <EmptyState title="None of these accounts is in the case">
        <p>{formatUnits(set.unknown.length, 'identifier')} asked for, none found. Check their spelling.</p>
        <button type="button" onClick={() => goTo({ name: 'accounts' })}>
          Accounts
        </button>
      </EmptyState>
    );
  if (!activities)
    return (
      <p className="soft" role="status">
        {`Reading activity: ${count(done)} of ${formatUnits(set.lanes.length, 'lane')}.`}
      </p>
    );
  if (firstUs === null || lastUs === null || activities.every(({ bin }) => bin.length === 0))
    return (
      <EmptyState
        title={
          loaded.filter
            ? 'No request of these accounts that meets the filter has a time'
            : 'No request of these accounts has a time'
        }
      >
        {line}
        <p>
          {`${formatUnits(set.lanes.length, 'account')} asked for. Their requests are counted and can be exported, but they have no place on a time axis.`}
        </p>
      </EmptyState>
    );
  return (
    <>
      {line}
      <Lanes {...props} {...loaded} version={version} fromUs={firstUs} toUs={lastUs + 1} />
    </>
  );
}

interface LanesProps extends Props, LoadedLanes {
  readonly fromUs: number;
  readonly toUs: number;
  readonly version: number;
}

function Lanes(props: LanesProps) {
  const { fromUs, toUs, committed, onCommit, mostRows, filter } = props;
  const set = props.set!;
  const activities = props.activities!;
  const palette = usePalette();
  const [arranged, act] = useReducer(arrange, undefined, startArranged);
  const [look, setLook] = useState<LaneLook>('cells');
  const [table, setTable] = useState<TableChoice>('none');
  const summaryId = useId();

  const facts = useLanesScene({
    of: props.of,
    set,
    activities,
    fromUs,
    toUs,
    committed,
    arrangement: arranged.now,
    look,
  });
  const { shown, tests, successions, order, together } = facts;
  const matching = useMatchingTogether(facts.scene, filter, props.version);
  const { scene } = matching;
  const zone = scene.spans.zone.name;
  const unfiltered = unfilteredWords(filter, zone);
  const { sum, spans, limits } = scene;
  const { now } = arranged;
  const store = useMemo(() => createViewStore(limits), [limits]);
  const cursors = useMemo(createLaneCursor, []);
  useEffect(() => {
    // A lane that was hidden, or is of another selection, is no longer looked at.
    const { cursor } = cursors.getState();
    if (cursor !== null && !shown.includes(cursor)) cursors.setState({ cursor: null });
  }, [cursors, shown]);
  const commit = (range: TimeRange | null) => onCommit(range);
  const title = `${formatUnits(shown.length, 'lane')} over time, ${rangeTitle(spans, limits)}, ${zoneTitle(spans, limits)}`;
  return (
    <section className="timeline lanes" aria-label="Lanes">
      <LanesToolbar
        scene={scene}
        store={store}
        arranged={arranged}
        act={act}
        look={look}
        setLook={setLook}
        table={table}
        setTable={setTable}
        lanes={set.lanes.length}
        busy={props.busy || order.busy || together.busy || matching.busy}
        met={metWords(
          scene.lanes.filter(({ info }) => shown.includes(info.account)).map(({ info }) => info),
          filter,
          committed !== null,
        )}
        picture={() =>
          lanesPicture(scene, props.of, store.getState().range, cursors.getState().cursor, unfiltered)
        }
      />
      <div className="lanes-overview" style={{ marginRight: COUNT_PX }}>
        <Overview scene={sum} store={store} palette={palette} />
      </div>
      <LanesChart
        scene={scene}
        store={store}
        cursors={cursors}
        palette={palette}
        mostRows={mostRows}
        label={title}
        describedBy={summaryId}
        onCommit={commit}
        onOpen={openAccount}
        onPin={(account) => act({ act: 'pin', account })}
        onHide={(account) => act({ act: 'hide', account })}
        onInView={facts.onInView}
      />
      <p id={summaryId} className="timeline-spoken">
        {`${formatUnits(sum.total, 'request')} in ${formatUnits(shown.length, 'lane')}. Up and down go from lane to lane, Enter opens the account, P pins the lane, H hides it. W and S zoom, A and D or left and right pan, comma and full stop go to the previous and next activity of the lane, Shift with an arrow key proposes a time filter, Enter commits it, Escape drops it, F shows the whole range. Tables below show the same numbers.`}
      </p>
      {unfiltered !== '' && <p className="not-applied">{unfiltered}</p>}
      <FilterLine scene={sum} store={store} onCommit={commit} />
      <LanesLine cursors={cursors} scene={scene} pinned={now.pinned} act={act} />
      <LaneFacts
        tests={tests.value}
        successions={successions.value}
        error={together.error ?? matching.error ?? tests.error ?? successions.error}
        leftOut={set.leftOut}
        unknown={set.unknown}
      />
      {table === 'none' ? null : (
        <LanesTables choice={table} scene={scene} store={store} successions={successions.value} />
      )}
      {props.children?.(scene)}
    </section>
  );
}
