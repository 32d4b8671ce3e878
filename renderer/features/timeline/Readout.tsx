import type { TimeRange } from '../../draw/time-scale.ts';
import { useCalm } from '../../draw/use-calm.ts';
import { type Bins, binsIn } from './bins.ts';
import { countRange } from './proposal.ts';
import { type Scene, type Shown, shownFor } from './scene.ts';
import { matchingIn } from './single.ts';
import { rangeOf, type ViewStore } from './view-store.ts';
import { count, plural, rangeTitle, zoneTitle } from './words.ts';

interface Props {
  readonly scene: Scene;
  readonly store: ViewStore;
  readonly widthPx: number;
}

const INSTEAD = {
  loading: 'loading single requests',
  'too many': 'zoom in for single requests',
  'whole case': 'single requests are drawn for one account',
} as const;

/** Above the chart: what is drawn, over which range, and how many of how many requests that is. */
export function Readout({ scene, store, widthPx }: Props) {
  const range = useCalm(store, rangeOf);
  const shown = shownFor(scene, range, widthPx);
  const what =
    shown.kind === 'requests'
      ? 'Single requests'
      : `${scene.measure === 'requests' ? 'Requests' : 'Tokens in and out'} per ${shown.level.title}`;
  const { requests, failed, exact } = countRange(scene, range);
  const about = exact ? '' : 'about ';
  const inFront = inFrontOf(scene, shown, range);
  const cue = shown.kind === 'requests' ? 'from the top' : 'hatched';
  return (
    <div className="timeline-readout">
      <p>
        <strong>{what}</strong>{' '}
        <span>{`${about}${count(requests)} of ${plural(scene.total, 'request')} in view`}</span>
        {inFront !== null ? (
          <span>{`, in front ${count(inFront)} that meet the filter`}</span>
        ) : failed > 0 ? (
          <>
            {', '}
            {scene.measure === 'requests' ? <i className="timeline-failed" /> : null}
            <span>{` ${count(failed)} failed${scene.measure === 'requests' ? `, ${cue}` : ''}`}</span>
          </>
        ) : null}
      </p>
      <p>
        <span>{`${rangeTitle(scene.spans, range)}, ${zoneTitle(scene.spans, range)}`}</span>
        {shown.kind === 'bins' && shown.instead ? <span>{` · ${INSTEAD[shown.instead]}`}</span> : null}
        {scene.matching && inFront === null ? <span> · chips of the filter are not drawn here</span> : null}
      </p>
    </div>
  );
}

/** Of what is drawn how much meets the filter; null where that is not told apart. */
function inFrontOf(scene: Scene, shown: Shown, range: TimeRange): number | null {
  if (shown.kind === 'requests') return matchingIn(shown.loaded.columns, range);
  return scene.measure === 'requests' && shown.matching ? sumOf(shown.matching, range) : null;
}

function sumOf(bins: Bins, range: TimeRange): number {
  const [first, last] = binsIn(bins, range);
  return bins.requests.subarray(first, last).reduce((sum, requests) => sum + requests, 0);
}

/** `14 of 1,207 requests`, with 'about' where a range cuts quarter hours that are not loaded. */
export function ofAll(scene: Scene, range: TimeRange): string {
  const { requests, exact } = countRange(scene, range);
  return `${exact ? '' : 'about '}${count(requests)} of ${plural(scene.total, 'request')}`;
}
