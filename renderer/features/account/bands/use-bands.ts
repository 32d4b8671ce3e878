import { useEffect, useMemo, useState } from 'react';
import {
  type Bands,
  getBands,
  getSessions,
  getTemplateBands,
  type TemplateBands,
} from '../../../../shared/contract/bands.ts';
import type { Chip, Filter, RequestChipField } from '../../../../shared/contract/filters.ts';
import type { TimeRange } from '../../../draw/time-scale.ts';
import type { ZoneSpans } from '../../../draw/zone-spans.ts';
import { useSession } from '../../../store/session.ts';
import { useCall } from '../../../ui/use-call.ts';
import { levelFor } from '../../timeline/levels.ts';
import type { BandField } from './band-field.ts';
import { bandRange } from './band-range.ts';
import type { BandsScene } from './bands-scene.ts';
import { templateRemarks } from './remarks.ts';
import { sessionLanes } from './session-lanes.ts';
import { edgesFor } from './steps.ts';

/** What the requests of one account are told apart by. */
export type AccountBandField = Exclude<BandField, 'account'>;

interface Asked {
  readonly account: string;
  readonly field: AccountBandField;
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
  const isTemplate = field === 'template';
  const stated = useCall(
    getBands,
    asked && !isTemplate ? { ...asked, field, filter } : null,
    dataVersion,
    true,
  );
  const followed = useCall(
    getTemplateBands,
    asked && isTemplate ? { ...asked, filter } : null,
    dataVersion,
    true,
  );
  const bands = isTemplate ? followed : stated;
  const sessions = useCall(getSessions, asked, dataVersion, true);
  const single = widthPx > 0 && levelFor(range, widthPx).single;
  const scene = useMemo((): BandsScene | null => {
    const shown = isTemplate ? ofTemplates(followed.value, followed.of) : ofField(stated.value, stated.of);
    return (
      shown && {
        ...shown,
        sessions:
          sessions.value && sessions.of && sessions.value.sessions > 0
            ? {
                sessions: sessions.value,
                edges: sessions.of.edges,
                lanes: single ? sessionLanes(sessions.value) : null,
              }
            : null,
        spans,
      }
    );
  }, [
    isTemplate,
    stated.value,
    stated.of,
    followed.value,
    followed.of,
    sessions.value,
    sessions.of,
    spans,
    single,
  ]);
  return { scene, error: bands.error ?? sessions.error, retry: bands.error ? bands.retry : sessions.retry };
}

interface Of {
  readonly edges: readonly number[];
  readonly filter?: Filter | undefined;
}

type Shown = Pick<BandsScene, 'field' | 'bands' | 'edges' | 'ownChips' | 'remarks'>;

function ofField(
  bands: Bands | undefined,
  of: (Of & { readonly field: RequestChipField }) | undefined,
): Shown | null {
  if (!bands || !of) return null;
  const { field, edges, filter } = of;
  return { field, bands, edges, ownChips: filter?.chips.filter((chip) => chip.field === field) ?? [] };
}

function ofTemplates(bands: TemplateBands | undefined, of: Of | undefined): Shown | null {
  if (!bands || !of) return null;
  const { edges, filter } = of;
  // A condition on templates takes whole accounts and leaves no row out.
  const remarks = templateRemarks(bands, filter?.chips ?? []);
  return { field: 'template', bands, edges, ownChips: [], remarks };
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
