import type { LanesOf } from '../../../shared/contract/lanes.ts';
import { shownText } from '../../../shared/shown-text.ts';
import type { Picture } from '../../draw/picture.ts';
import type { TimeRange } from '../../draw/time-scale.ts';
import { captionOf } from '../../ui/caption.ts';
import { formatUnits } from '../../ui/format.ts';
import { filterInForce } from '../timeline/filter-in-force.ts';
import { countRange } from '../timeline/proposal.ts';
import { count, rangeTitle, zoneTitle } from '../timeline/words.ts';
import { drawChart } from './draw-chart.ts';
import { lanesLayout } from './lanes-layout.ts';
import { detailFor, type LanesScene, shownAccounts } from './lanes-scene.ts';

/** As many rows as a page can show; what lies below is said to be left out. */
const MOST_ROWS = 100;
const WIDTH = 1100;

/** The lanes from the first one on, with the strips under them, over the range in view. */
export function lanesPicture(
  scene: LanesScene,
  of: LanesOf,
  range: TimeRange,
  cursor: string | null,
  unfiltered: string,
): Picture {
  const layout = lanesLayout(WIDTH, scene.rows.length, MOST_ROWS);
  const { requests } = countRange(scene.sum, range);
  const lanes = shownAccounts(scene).length;
  const drawn = scene.rows.slice(0, MOST_ROWS).filter(({ kind }) => kind === 'lane').length;
  const title = `${ofWords(of, lanes)} over time: ${count(requests)} of ${formatUnits(scene.sum.total, 'request')} in view, ${rangeTitle(scene.spans, range)}, ${zoneTitle(scene.spans, range)}`;
  return {
    size: { widthPx: WIDTH, heightPx: layout.heightPx },
    caption: captionOf(title, filterInForce(), requests, [
      `${count(drawn)} of ${formatUnits(lanes, 'lane')} drawn; the strips and numbers are of all of them. ${marksWords(scene, range, layout.body.width)}${veilWords(scene)}`,
      ...(unfiltered === '' ? [] : [unfiltered]),
    ]),
    draw: (context, _, palette) => drawChart(context, layout, scene, { range, scrollPx: 0, cursor }, palette),
  };
}

function ofWords(of: LanesOf, lanes: number): string {
  const whose =
    'operator' in of
      ? ` of operator ${shownText(of.operator, { max: 60 })}`
      : 'filter' in of
        ? ' of the accounts of the filter'
        : '';
  return `${formatUnits(lanes, 'lane')}${whose}`;
}

/** The numbers are those of all time; what the filter's time leaves out lies behind a veil. */
function veilWords({ committed }: LanesScene): string {
  return committed ? ' Behind a veil: outside the time of the filter.' : '';
}

function marksWords({ look }: LanesScene, range: TimeRange, widthPx: number): string {
  const { level, single } = detailFor(range, widthPx);
  if (single)
    return 'One tick a request where they are few enough, those that failed from the top of a lane.';
  return look === 'cells'
    ? `The darker a cell the more requests per ${level.title}.`
    : `Steps: requests per ${level.title}, square-root scale.`;
}
