import { useEffect, useMemo, useState } from 'react';
import { getBands, getSessions } from '../../../../shared/contract/bands.ts';
import type { Chip, RequestChipField } from '../../../../shared/contract/filters.ts';
import type { TimeRange } from '../../../draw/time-scale.ts';
import type { ZoneSpans } from '../../../draw/zone-spans.ts';
import { useSession } from '../../../store/session.ts';
import { useCall } from '../../../ui/use-call.ts';
import { levelFor } from '../../timeline/levels.ts';
import { bandRange } from './band-range.ts';
import type { BandsScene } from './bands-scene.ts';
import { sessionLanes } from './session-lanes.ts';
import { edgesFor } from './steps.ts';

interface Asked {
  readonly account: string;
  readonly field: RequestChipField;
  readonly chips: readonly Chip[];
  readonly spans: ZoneSpans;
  readonly limits: TimeRange;
  /** Of the plot; 0 while it is not known, which asks for nothing. */
  readonly widthPx: number;
  /** Come to rest, see `useSettledRange`. */
  readonly range: TimeRange;
}

/** What the chart shows of a range, and until that has come, of the one before. */
export function useBands({ account, field, chips, spans, limits, widthPx, range }: Asked) {
  const dataVersion = useSession((state) => state.dataVersion);
  const asked = useMemo(
    () => (widthPx > 0 ? { account, edges: [...edgesFor(range, limits, widthPx, spans)] } : null),
    [account, range, limits, widthPx, spans],
  );
  const filter = chips.length > 0 ? { range: null, chips: [...chips] } : undefined;
  const bands = useCall(getBands, asked && { ...asked, field, filter }, dataVersion, true);
  const sessions = useCall(getSessions, asked, dataVersion, true);
  const single = widthPx > 0 && levelFor(range, widthPx).single;
  const scene = useMemo((): BandsScene | null => {
    if (!bands.value || !bands.of) return null;
    const { edges, field: of, filter: under } = bands.of;
    const hasSessions = sessions.value && sessions.of && sessions.value.sessions > 0;
    return {
      field: of,
      bands: bands.value,
      edges,
      sessions: hasSessions
        ? {
            sessions: sessions.value,
            edges: sessions.of.edges,
            lanes: single ? sessionLanes(sessions.value) : null,
          }
        : null,
      spans,
      ownChips: under?.chips.filter((chip) => chip.field === of) ?? [],
    };
  }, [bands.value, bands.of, sessions.value, sessions.of, spans, single]);
  return { scene, error: bands.error ?? sessions.error, retry: bands.error ? bands.retry : sessions.retry };
}

const SETTLED_MS = 120;

/** What the timeline has in view once that has come to rest; all of it before anything is known. */
export function useSettledRange(limits: TimeRange): TimeRange {
  const [range, setRange] = useState(limits);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const take = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setRange(bandRange.getState().range ?? limits), SETTLED_MS);
    };
    take();
    const stop = bandRange.subscribe(take);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [limits]);
  return range;
}
