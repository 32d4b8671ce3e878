import { type ReactNode, useId, useMemo, useRef, useState } from 'react';
import type { TemplateRow } from '../../../shared/contract/analysis.ts';
import { zoneOf } from '../../../shared/time/zone.ts';
import { usePalette } from '../../draw/palette.ts';
import { type TimeRange, viewLimits } from '../../draw/time-scale.ts';
import { useSize } from '../../draw/use-drawing.ts';
import { zoneSpans } from '../../draw/zone-spans.ts';
import { askedFilter } from '../../store/filter.ts';
import { useSession } from '../../store/session.ts';
import { useFilter } from '../../store/views.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { MARGIN_PX } from '../account/bands/bands-layout.ts';
import { BandsOf } from '../account/bands/bands-of.tsx';
import { NoTemplateBands } from '../account/bands/no-template-bands.tsx';
import { notApplied } from '../pick/not-applied.ts';
import { Choice } from '../timeline/Choice.tsx';
import { plotWidth } from '../timeline/layout.ts';
import { useTemplateUse } from './use-template-use.ts';
import '../timeline/timeline.css';
import '../account/bands/bands.css';

const TITLE = 'Who and when';
const ALL_CONDITIONS = ['time', 'requests', 'accounts'] as const;
const OVER = ['time of the case', 'time of the template'] as const;

/** When a template was asked, by all accounts together and by those that asked it most; none without a time. */
export function WhoAndWhen({ template }: { template: TemplateRow }) {
  const { firstUs, lastUs } = useSession((state) => state.case!);
  if (firstUs === null || lastUs === null || template.firstUs === null || template.lastUs === null)
    return (
      <Part>
        <p className="soft">None of its requests has a time, so that they have no place on a time axis.</p>
      </Part>
    );
  return (
    <Chart
      key={template.id}
      id={template.id}
      caseRange={{ fromUs: firstUs, toUs: lastUs + 1 }}
      ownRange={{ fromUs: template.firstUs, toUs: template.lastUs + 1 }}
    />
  );
}

function Part({ children }: { children: ReactNode }) {
  const titleId = useId();
  return (
    <section className="bands" aria-labelledby={titleId}>
      <h2 id={titleId}>{TITLE}</h2>
      {children}
    </section>
  );
}

interface ChartProps {
  readonly id: string;
  readonly caseRange: TimeRange;
  readonly ownRange: TimeRange;
}

function Chart({ id, caseRange, ownRange }: ChartProps) {
  const timeZone = useSession((state) => state.case!.timeZone);
  const palette = usePalette();
  const unfiltered = notApplied('who and when', askedFilter(useFilter()), ALL_CONDITIONS, timeZone);
  const frame = useRef<HTMLDivElement>(null);
  const size = useSize(frame);
  const titleId = useId();
  const [over, setOver] = useState<(typeof OVER)[number]>(OVER[0]);
  const { fromUs, toUs } = over === OVER[0] ? caseRange : ownRange;
  const limits = useMemo(() => viewLimits({ fromUs, toUs }), [fromUs, toUs]);
  const spans = useMemo(() => zoneSpans(zoneOf(timeZone), limits.fromUs, limits.toUs), [timeZone, limits]);
  const widthPx = size ? plotWidth(size.widthPx - MARGIN_PX) : 0;
  const { scene, analysis, error, retry } = useTemplateUse({ id, spans, limits, range: limits, widthPx });
  return (
    <section className="bands" aria-labelledby={titleId}>
      {scene && size && analysis === 'kept' ? (
        <BandsOf
          id={titleId}
          title={TITLE}
          about={`Who asked template ${id}, and when`}
          scene={scene}
          range={limits}
          limits={limits}
          chips={[]}
          widthPx={size.widthPx}
          palette={palette}
          choice={<Choice title="Range" options={OVER} chosen={over} choose={setOver} />}
          rangeFrom="the range is that of the case, or from the first to the last request of the template"
        />
      ) : (
        <>
          <h2 id={titleId}>{TITLE}</h2>
          {scene ? (
            <NoTemplateBands isOlder />
          ) : (
            error === undefined && (
              <p className="soft" role="status">
                Counting its requests by account and time.
              </p>
            )
          )}
        </>
      )}
      {error !== undefined && <ErrorPanel error={error} onRetry={retry} />}
      <div ref={frame} className="bands-place" />
      {unfiltered !== '' && <p className="soft">{unfiltered}</p>}
    </section>
  );
}
