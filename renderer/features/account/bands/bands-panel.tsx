import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Chip } from '../../../../shared/contract/filters.ts';
import { shownText } from '../../../../shared/shown-text.ts';
import { zoneOf } from '../../../../shared/time/zone.ts';
import { usePalette } from '../../../draw/palette.ts';
import { type TimeRange, viewLimits } from '../../../draw/time-scale.ts';
import { useSize } from '../../../draw/use-drawing.ts';
import { zoneSpans } from '../../../draw/zone-spans.ts';
import { useIsBlind } from '../../../store/blind.ts';
import { askedFilter } from '../../../store/filter.ts';
import { useSession } from '../../../store/session.ts';
import { useFilter } from '../../../store/views.ts';
import { ErrorPanel } from '../../../ui/error-panel.tsx';
import { Choice } from '../../timeline/Choice.tsx';
import { plotWidth } from '../../timeline/layout.ts';
import { bandRange } from './band-range.ts';
import { MARGIN_PX } from './bands-layout.ts';
import { BandsOf } from './bands-of.tsx';
import { hasBands, NoBands } from './no-bands.tsx';
import { type AccountBandField, useBands, useSettledRange } from './use-bands.ts';
import './bands.css';

const FIELDS: readonly AccountBandField[] = ['topic', 'template', 'model', 'status', 'endpoint'];
/** Templates are what the analysis found. */
const BLIND_FIELDS = FIELDS.filter((field) => field !== 'template');
const NO_CHIPS: readonly Chip[] = [];
const TITLE = 'What it asked, over time';

interface Props {
  readonly account: string;
  readonly caseRange: TimeRange;
}

/** What an account's requests state of a field, over the range that the timeline above has in view. */
export function BandsPanel({ account, caseRange }: Props) {
  const timeZone = useSession((state) => state.case!.timeZone);
  const isBlind = useIsBlind();
  const asked = askedFilter(useFilter()).chips;
  const chips = isBlind ? NO_CHIPS : asked;
  const palette = usePalette();
  const frame = useRef<HTMLDivElement>(null);
  const size = useSize(frame);
  const id = useId();
  const [chosen, setChosen] = useState<AccountBandField | null>(null);
  const [withoutTopics, setWithoutTopics] = useState(false);
  const field = chosen ?? (withoutTopics ? 'model' : 'topic');
  const limits = useMemo(() => viewLimits(caseRange), [caseRange]);
  const spans = useMemo(() => zoneSpans(zoneOf(timeZone), limits.fromUs, limits.toUs), [timeZone, limits]);
  const range = useSettledRange(limits);
  const widthPx = size ? plotWidth(size.widthPx - MARGIN_PX) : 0;
  const { scene, error, retry } = useBands({ account, field, chips, spans, limits, widthPx, range });
  useEffect(() => () => bandRange.setState({ range: null }), []);
  // Nobody chose topics: where the case has none, models say more than that.
  const lacksTopics = scene?.field === 'topic' && !scene.bands.imported;
  useEffect(() => {
    if (lacksTopics) setWithoutTopics(true);
  }, [lacksTopics]);

  const choice = (
    <Choice title="Field" options={isBlind ? BLIND_FIELDS : FIELDS} chosen={field} choose={setChosen} />
  );
  return (
    <section className="bands" aria-labelledby={id}>
      {scene && hasBands(scene.bands) && size ? (
        <BandsOf
          id={id}
          title={TITLE}
          about={`What ${shownText(account, { max: 60 })} asked, over time`}
          scene={scene}
          range={range}
          limits={limits}
          chips={chips}
          widthPx={size.widthPx}
          palette={palette}
          choice={choice}
          rangeFrom="the range is that of the timeline above"
        />
      ) : (
        <>
          <header className="bands-head">
            <h2 id={id}>{TITLE}</h2>
            <span className="bands-acts">{choice}</span>
          </header>
          {scene && scene.field === field ? (
            <NoBands bands={scene.bands} field={field} />
          ) : (
            error === undefined && (
              <p className="soft" role="status">
                {`Counting requests by ${field} and time.`}
              </p>
            )
          )}
        </>
      )}
      {error !== undefined && <ErrorPanel error={error} onRetry={retry} />}
      <div ref={frame} className="bands-place" />
    </section>
  );
}
