import { useMemo } from 'react';
import { getTemplateUse } from '../../../shared/contract/bands.ts';
import type { TimeRange } from '../../draw/time-scale.ts';
import type { ZoneSpans } from '../../draw/zone-spans.ts';
import { useSession } from '../../store/session.ts';
import { useCall } from '../../ui/use-call.ts';
import type { BandsScene } from '../account/bands/bands-scene.ts';
import { remarksOfUse } from '../account/bands/remarks.ts';
import { edgesFor } from '../account/bands/steps.ts';

interface Asked {
  readonly id: string;
  readonly spans: ZoneSpans;
  readonly limits: TimeRange;
  readonly range: TimeRange;
  /** Of the plot; 0 while it is not known, which asks for nothing. */
  readonly widthPx: number;
}

/** The requests of a template by account over a range, and until they have come, over the one before. */
export function useTemplateUse({ id, spans, limits, range, widthPx }: Asked) {
  const dataVersion = useSession((state) => state.dataVersion);
  const asked = useMemo(
    () => (widthPx > 0 ? { id, edges: [...edgesFor(range, limits, widthPx, spans)] } : null),
    [id, range, limits, widthPx, spans],
  );
  const { value, of, error, retry } = useCall(getTemplateUse, asked, dataVersion, true);
  const scene = useMemo(
    (): BandsScene | null =>
      value && of
        ? {
            field: 'account',
            bands: value,
            edges: of.edges,
            sessions: null,
            spans,
            ownChips: [],
            hasSum: true,
            remarks: remarksOfUse(value),
          }
        : null,
    [value, of, spans],
  );
  return { scene, analysis: value?.analysis, error, retry };
}
