import { useState } from 'react';
import type { PinnedExhibit } from '../../../shared/contract/exhibits.ts';
import type { FindingDetail } from '../../../shared/contract/findings.ts';
import { useSession } from '../../store/session.ts';
import { ErrorBoundary } from '../../ui/error-boundary.tsx';
import { formatMinute, formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { CheckWords } from '../findings/exhibit-card.tsx';
import { ExhibitFigures } from '../findings/exhibit-figures.tsx';
import { ExhibitPicture } from '../findings/exhibit-picture.tsx';
import { questionWords } from '../findings/question-words.ts';
import { hasLiveChart, LiveChart } from './live-chart.tsx';
import { OfClaim } from './of-claim.tsx';
import { StepHeading } from './step-heading.tsx';
import { useReruns } from './use-rerun.ts';
import { checkAgain, useWalk } from './walk-store.ts';

interface Props {
  readonly finding: FindingDetail;
  readonly number: number;
  readonly exhibit: PinnedExhibit;
  readonly exhibitNumber: number;
}

/** One exhibit: drawn from the case as it is now, beside what was pinned and whether that still holds. */
export function ExhibitStep({ finding, number, exhibit, exhibitNumber }: Props) {
  const { id, title, query, args, author, pinnedUs, rows, picture } = exhibit;
  const { timeZone: zone, counts } = useSession((state) => state.case)!;
  const rerun = useReruns()(id);
  const checking = useWalk((state) => state.checking);
  const isLive = hasLiveChart(query, args);
  const [pinnedShown, setPinnedShown] = useState(false);
  return (
    <>
      <StepHeading
        over={
          <>
            Exhibit {exhibitNumber} of {finding.exhibits.length} ·{' '}
            <OfClaim finding={finding} number={number} />
          </>
        }
      >
        <Shown text={title} max={500} />
      </StepHeading>
      <p className="review-asks">
        <Shown text={questionWords(query, args, zone)} max={600} />
      </p>
      <p className="review-check" role="status">
        <CheckWords exhibit={exhibit} found={rerun} zone={zone} />{' '}
        <button type="button" disabled={checking !== null} onClick={() => void checkAgain(id)}>
          {checking === id ? 'Working it out' : 'Work out again'}
        </button>
      </p>
      {isLive && (
        <section className="review-live" aria-label="As the case is now">
          <p className="soft review-source">
            Drawn from the case as it is now, of all requests whatever the filter.
          </p>
          <ErrorBoundary part="This chart">
            <LiveChart query={query} args={args} number={exhibitNumber} exhibit={exhibit} />
          </ErrorBoundary>
        </section>
      )}
      {picture !== null && isLive && (
        <p>
          <button type="button" aria-expanded={pinnedShown} onClick={() => setPinnedShown(!pinnedShown)}>
            {pinnedShown ? 'Hide the picture as pinned' : 'Show the picture as pinned'}
          </button>
        </p>
      )}
      {picture !== null && (pinnedShown || !isLive) && (
        <figure className="review-pinned">
          <figcaption className="soft">
            As pinned on {formatMinute(zone, pinnedUs)} {zone}; the picture does not follow the case.
          </figcaption>
          <ExhibitPicture exhibit={exhibit} />
        </figure>
      )}
      {!isLive && (
        <p className="warn">This version does not know what this exhibit asks, so it cannot be drawn anew.</p>
      )}
      <ExhibitFigures exhibit={exhibit} number={exhibitNumber} rerun={rerun} />
      <p className="soft">
        {formatUnits(rows, 'request')} behind it when pinned, of {formatUnits(counts.requests, 'request')} in
        the case now · pinned {formatMinute(zone, pinnedUs)} {zone} by <Shown text={author} max={60} />
      </p>
    </>
  );
}
