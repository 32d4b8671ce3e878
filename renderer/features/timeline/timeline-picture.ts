import type { Picture } from '../../draw/picture.ts';
import type { TimeRange } from '../../draw/time-scale.ts';
import { captionOf } from '../../ui/caption.ts';
import { ofAccountInView } from './account-in-view.ts';
import { drawDetail } from './draw-detail.ts';
import { filterInForce } from './filter-in-force.ts';
import { plotWidth } from './layout.ts';
import { countRange } from './proposal.ts';
import { type Scene, type Shown, shownFor } from './scene.ts';
import { count, plural, rangeTitle, zoneTitle } from './words.ts';

const HEIGHT = 300;

/** The part of a timeline that is in view, as wide as on screen. */
export function timelinePicture(scene: Scene, range: TimeRange, widthPx: number): Picture {
  const { requests, exact } = countRange(scene, range);
  const about = `${exact ? '' : 'about '}${count(requests)} of ${plural(scene.total, 'request')}`;
  const title = `Requests over time${ofAccountInView()}: ${about} in view, ${rangeTitle(scene.spans, range)}, ${zoneTitle(scene.spans, range)}`;
  return {
    size: { widthPx, heightPx: HEIGHT },
    caption: captionOf(title, filterInForce(), requests, [
      marksWords(scene, shownFor(scene, range, plotWidth(widthPx))),
    ]),
    draw: (context, size, palette) => drawDetail(context, size, scene, range, palette),
  };
}

/** What the marks mean, and how many requests lie in the time of the filter. */
function marksWords(scene: Scene, shown: Shown): string {
  const { measure, spacing, committed } = scene;
  const veil = committed
    ? ` Behind a veil: outside the time of the filter, which ${plural(countRange(scene, committed).requests, 'request')} of these lie in.`
    : '';
  if (shown.kind === 'requests')
    return `One tick a request, a row a model; failed requests hang from the top of a row.${veil}`;
  const parts =
    measure === 'tokens'
      ? ''
      : shown.matching
        ? ' Grey: all requests, in front of them those that meet the other conditions of the filter.'
        : ' Hatched: failed requests.';
  return `Steps: ${measure} per ${shown.level.title}, ${spacing} scale.${parts}${veil}`;
}
