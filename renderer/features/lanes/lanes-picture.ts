import type { LanesOf } from '../../../shared/contract/lanes.ts';
import { shownText } from '../../../shared/shown-text.ts';
import type { Palette } from '../../draw/palette.ts';
import type { Picture } from '../../draw/picture.ts';
import type { TimeRange } from '../../draw/time-scale.ts';
import { captionOf } from '../../ui/caption.ts';
import { rangeWords } from '../filter/words.ts';
import { countRange } from '../timeline/proposal.ts';
import { count, plural, rangeTitle, zoneTitle } from '../timeline/words.ts';
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
  palette: Palette,
): Picture {
  const layout = lanesLayout(WIDTH, scene.rows.length, MOST_ROWS);
  const { requests } = countRange(scene.sum, range);
  const lanes = shownAccounts(scene).length;
  const drawn = scene.rows.slice(0, MOST_ROWS).filter(({ kind }) => kind === 'lane').length;
  const title = `${ofWords(of, lanes)} over time: ${count(requests)} of ${plural(scene.sum.total, 'request')} in view, ${rangeTitle(scene.spans, range)}, ${zoneTitle(scene.spans, range)}`;
  const { zone } = scene.spans;
  return {
    size: { widthPx: WIDTH, heightPx: layout.heightPx },
    caption: captionOf(title, scene.committed ? rangeWords(scene.committed, zone.name) : '', requests, [
      `${count(drawn)} of ${plural(lanes, 'lane')} drawn; the strips and numbers are of all of them. ${marksWords(scene, range, layout.body.width)}`,
    ]),
    draw: (context) => drawChart(context, layout, scene, { range, scrollPx: 0, cursor }, palette),
  };
}

function ofWords(of: LanesOf, lanes: number): string {
  const whose = 'operator' in of ? ` of operator ${shownText(of.operator, { max: 60 })}` : '';
  return `${plural(lanes, 'lane')}${whose}`;
}

function marksWords({ look }: LanesScene, range: TimeRange, widthPx: number): string {
  const { level, single } = detailFor(range, widthPx);
  if (single)
    return 'One tick a request where they are few enough, those that failed from the top of a lane.';
  return look === 'cells'
    ? `The darker a cell the more requests per ${level.title}.`
    : `Steps: requests per ${level.title}, square-root scale.`;
}
