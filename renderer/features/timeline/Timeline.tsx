import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { FilteredActivity, RequestColumns } from '../../../shared/contract/timeline.ts';
import type { Zone } from '../../../shared/time/zone.ts';
import { frames } from '../../draw/frame.ts';
import { usePalette } from '../../draw/palette.ts';
import { sameRange, type TimeRange, viewLimits } from '../../draw/time-scale.ts';
import { useCalm } from '../../draw/use-calm.ts';
import { useSize } from '../../draw/use-drawing.ts';
import { zoneSpans } from '../../draw/zone-spans.ts';
import { PictureMenu } from '../../ui/picture-menu.tsx';
import { activityInView } from './account-in-view.ts';
import { createBinCache, type Measure, matchingActivity, totalRequests } from './bins.ts';
import { Choice } from './Choice.tsx';
import { Detail } from './Detail.tsx';
import { FilterLine } from './FilterLine.tsx';
import { plotWidth } from './layout.ts';
import type { Mark } from './marks.ts';
import { Overview } from './Overview.tsx';
import { Readout } from './Readout.tsx';
import { rangeToLoad, type Scene, shownFor } from './scene.ts';
import { coveredRange, modelRows } from './single.ts';
import { TimelineTable } from './TimelineTable.tsx';
import { tableRows } from './table-rows.ts';
import { timelinePicture } from './timeline-picture.ts';
import type { Spacing } from './value-scale.ts';
import { createViewStore, rangeOf, type ViewStore } from './view-store.ts';
import { plural, rangeTitle, zoneTitle } from './words.ts';

export interface TimelineProps {
  /** Of one account, or of the whole case; what the filter leaves is drawn in front of all. */
  readonly activity: FilteredActivity;
  /** Single requests loaded so far; null while none are; left out where there can be none (a whole case). */
  readonly requests?: RequestColumns | null;
  /** The range `requests` was asked for. */
  readonly requestsRange?: TimeRange | null;
  readonly zone: Zone;
  /** Whose requests they are, where several timelines stand on a page: `of the other account`. */
  readonly of?: string;
  readonly caseRange: TimeRange;
  readonly marks: readonly Mark[];
  readonly committed: TimeRange | null;
  /** The time that the filter leaves out, where it takes all other time. */
  readonly leftOut?: TimeRange | null;
  /** What is proposed as the time filter of the window; once null, nothing is proposed here either. */
  readonly proposed: TimeRange | null;
  /** At most once a frame. `load` is the range to load for single requests, null when none is needed. */
  readonly onRangeChange: (range: TimeRange, load: TimeRange | null) => void;
  readonly onPropose: (range: TimeRange | null) => void;
  readonly onCommit: (range: TimeRange | null) => void;
  readonly onPickRequest: (index: number) => void;
}

const MEASURES: readonly Measure[] = ['requests', 'tokens'];
const SPACINGS: readonly Spacing[] = ['square root', 'linear'];

/** The queries of one account, or of a case, over time: overview, detail, table twin. */
export function Timeline(props: TimelineProps) {
  const { activity, requests, requestsRange, zone, of, caseRange, marks, committed, leftOut, proposed } =
    props;
  const [measure, setMeasure] = useState<Measure>('requests');
  const [spacing, setSpacing] = useState<Spacing>('square root');
  const [tableShown, setTableShown] = useState(false);
  const palette = usePalette();
  const frame = useRef<HTMLElement>(null);
  const size = useSize(frame);
  const widthPx = plotWidth(size?.widthPx ?? 1000);
  const summaryId = useId();

  const { fromUs, toUs } = caseRange;
  const limits = useMemo(() => viewLimits({ fromUs, toUs }), [fromUs, toUs]);
  const spans = useMemo(() => zoneSpans(zone, limits.fromUs, limits.toUs), [zone, limits]);
  const bins = useMemo(() => createBinCache(activity, spans), [activity, spans]);
  const matching = useMemo(() => {
    const left = matchingActivity(activity);
    return left && createBinCache(left, spans);
  }, [activity, spans]);
  const total = useMemo(() => totalRequests(activity), [activity]);
  const rowOrder = useRef<readonly string[]>([]);
  const loaded = useMemo(() => {
    if (!requests || !requestsRange) return null;
    const rows = modelRows(requests, rowOrder.current);
    rowOrder.current = rows.titles;
    return { columns: requests, rows, covered: coveredRange(requests, requestsRange) };
  }, [requests, requestsRange]);
  const hasSingle = requests !== undefined;
  const scene: Scene = useMemo(
    () => ({
      activity,
      total,
      bins,
      matching,
      loaded,
      hasSingle,
      spans,
      limits,
      marks,
      committed,
      leftOut,
      measure,
      spacing,
    }),
    [
      activity,
      total,
      bins,
      matching,
      loaded,
      hasSingle,
      spans,
      limits,
      marks,
      committed,
      leftOut,
      measure,
      spacing,
    ],
  );
  // Another case range is another view: the store begins anew, fitted to it.
  const store = useMemo(() => createViewStore(limits), [limits]);
  useReports(store, scene, widthPx, props);
  useEffect(() => {
    if (proposed === null) store.setState({ proposal: null });
  }, [proposed, store]);

  const title = `Requests over time${of ? ` ${of}` : ''}, ${rangeTitle(spans, limits)}, ${zoneTitle(spans, limits)}`;
  return (
    <section ref={frame} className="timeline" aria-label={`Query timeline${of ? ` ${of}` : ''}`}>
      <header className="timeline-head">
        <Readout scene={scene} store={store} widthPx={widthPx} />
        <div className="timeline-choices">
          <Choice title="Values" options={MEASURES} chosen={measure} choose={setMeasure} />
          <Choice title="Scale" options={SPACINGS} chosen={spacing} choose={setSpacing} />
          <button type="button" onClick={() => store.setState({ range: limits })}>
            Whole range
          </button>
          <button type="button" aria-pressed={tableShown} onClick={() => setTableShown(!tableShown)}>
            Table
          </button>
          <PictureMenu
            name="requests over time"
            pin={() => activityInView(store.getState().range, limits)}
            picture={() => timelinePicture(scene, store.getState().range, size?.widthPx ?? 1000)}
          />
        </div>
      </header>
      <Overview scene={scene} store={store} palette={palette} />
      <Detail
        scene={scene}
        store={store}
        palette={palette}
        label={title}
        describedBy={summaryId}
        onCommit={props.onCommit}
        onPickRequest={props.onPickRequest}
      />
      <p id={summaryId} className="timeline-spoken">
        {`${plural(total, 'request')} in all. W and S zoom, A and D or the arrow keys pan, comma and full stop go to the previous and next activity, Shift with an arrow key proposes a time filter, Enter commits it, Escape drops it, F shows the whole range. The button Table shows the same numbers as a table.`}
      </p>
      <FilterLine scene={scene} store={store} onCommit={props.onCommit} />
      {tableShown ? (
        <Twin scene={scene} store={store} widthPx={widthPx} onPickRequest={props.onPickRequest} />
      ) : null}
    </section>
  );
}

/** Tells the caller about the range and the proposal, at most once a frame each. */
function useReports(store: ViewStore, scene: Scene, widthPx: number, props: TimelineProps): void {
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    const reportRange = () => {
      const { range } = store.getState();
      latest.current.onRangeChange(range, rangeToLoad(scene, range, widthPx));
    };
    const reportProposal = () => latest.current.onPropose(store.getState().proposal);
    frames.schedule(reportRange);
    const stop = store.subscribe((view, before) => {
      if (!sameRange(view.range, before.range)) frames.schedule(reportRange);
      if (!sameRange(view.proposal, before.proposal)) frames.schedule(reportProposal);
    });
    return () => {
      stop();
      frames.cancel(reportRange);
    };
  }, [store, scene, widthPx]);
}

interface TwinProps {
  readonly scene: Scene;
  readonly store: ViewStore;
  readonly widthPx: number;
  readonly onPickRequest: (index: number) => void;
}

const SETTLED_MS = 150;

/** The table twin, brought up to date once the range has come to rest. */
function Twin({ scene, store, widthPx, onPickRequest }: TwinProps) {
  const moving = useCalm(store, rangeOf);
  const [range, setRange] = useState(moving);
  useEffect(() => {
    const timer = setTimeout(() => setRange(moving), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [moving]);
  const rows = useMemo(
    () => tableRows(scene, shownFor(scene, range, widthPx), range),
    [scene, range, widthPx],
  );
  return (
    <TimelineTable rows={rows} zoneTitle={zoneTitle(scene.spans, range)} onPickRequest={onPickRequest} />
  );
}
