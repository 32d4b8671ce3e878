import { json } from '../../json-text.ts';
import { visible } from '../../visible-text.ts';
import type { ChartData, ChartField } from './chart-data.ts';

const SCHEMA = 'https://vega.github.io/schema/vega-lite/v5.json';
const TITLE_LENGTH = 200;
const WIDTH = 640;
const HEIGHT = 240;

/** Colours of the drawings: what is under examination, what failed. */
const SUBJECT = '#1b6d87';
const FAILED = '#7a3b8f';

/** A Vega-Lite 5 specification that reads `csv`, a file beside it, and loads nothing else. */
export function vegaLite(csv: string, title: string, chart: ChartData): string {
  const field = (name: string) => chart.fields.find((one) => one.name === name) as ChartField;
  const [x, y] = [field(chart.x), field(chart.y)];
  const spec = { ...head(csv, title, chart.fields) };
  if (chart.mark === 'heat')
    return json({
      ...spec,
      mark: 'rect',
      encoding: { x: channel(x), y: channel(y), color: channel(field(chart.by as string)) },
    });
  if (chart.mark === 'line')
    return json({
      ...spec,
      width: WIDTH,
      height: HEIGHT,
      mark: { type: 'line', point: true, color: SUBJECT },
      encoding: { x: channel(x), y: channel(y) },
    });
  // Names are read along lines, so bars lie.
  const rows = chart.by === null ? {} : { row: { ...channel(field(chart.by)), spacing: 12 } };
  return json({
    ...spec,
    ...(chart.by === null ? {} : { resolve: { scale: { y: 'independent' } } }),
    mark: { type: 'bar', color: SUBJECT },
    encoding: { ...rows, y: { ...channel(x), sort: '-x' }, x: channel(y) },
  });
}

const REQUESTS: readonly ChartField[] = [
  { name: 'from_utc', title: 'from (UTC)', type: 'temporal' },
  { name: 'to_utc', title: 'to (UTC)', type: 'temporal' },
  { name: 'requests', title: 'requests', type: 'quantitative' },
  { name: 'failed', title: 'failed', type: 'quantitative' },
];

/** As above, for the timeline of an account: requests a step, failed ones in front. */
export function vegaTimeline(csv: string, title: string): string {
  const [from, to, requests, failed] = REQUESTS;
  const over = (measure: ChartField, colour: string) => ({
    mark: { type: 'bar', color: colour },
    encoding: { x: channel(from), x2: { field: to.name }, y: channel(measure) },
  });
  return json({
    ...head(csv, title, REQUESTS),
    width: WIDTH,
    height: HEIGHT,
    layer: [over(requests, SUBJECT), over(failed, FAILED)],
  });
}

function head(csv: string, title: string, fields: readonly ChartField[]) {
  const parse = fields.flatMap(({ name, type }) =>
    type === 'nominal' ? [] : [[name, type === 'temporal' ? 'date' : 'number']],
  );
  return {
    $schema: SCHEMA,
    title: visible(title, TITLE_LENGTH),
    data: { url: csv, format: { type: 'csv', parse: Object.fromEntries(parse) } },
  };
}

function channel({ name, title, type }: ChartField) {
  const scale = type === 'temporal' ? { scale: { type: 'utc' } } : {};
  return { field: name, type, title: visible(title, TITLE_LENGTH), ...scale };
}
