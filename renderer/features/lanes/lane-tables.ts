import type { HandOver } from '../../../shared/contract/lanes.ts';
import { formatTime } from '../../../shared/time/zone.ts';
import type { TimeRange } from '../../draw/time-scale.ts';
import { formatShare } from '../../ui/format.ts';
import { binsIn } from '../timeline/bins.ts';
import { countRange } from '../timeline/proposal.ts';
import type { TableColumn, TableRows } from '../timeline/table-rows.ts';
import { count, durationTitle } from '../timeline/words.ts';
import { detailFor, type LanesScene, sceneOfLane, sharesDetail } from './lanes-scene.ts';

/** A table twin, and the account that a row opens, if any. */
export interface LaneTable {
  readonly rows: TableRows;
  readonly accountOf: (row: number) => string | null;
}

const DAY_US = 86_400_000_000;
/** Cells of a plot of that width: tables show the cells that are drawn, as nearly as need be. */
const WIDTH_PX = 1000;

const text = (title: string): TableColumn => ({ title, numeric: false });
const number = (title: string): TableColumn => ({ title, numeric: true });
const minute = (scene: LanesScene, us: number | null) =>
  us === null ? '' : formatTime(scene.spans.zone, us, 'minute');

/** A row a lane, in the order drawn. */
export function laneTable(scene: LanesScene, range: TimeRange): LaneTable {
  const shown = scene.rows.flatMap((row) => (row.kind === 'lane' ? [scene.lanes[row.lane]] : []));
  const isFiltered = shown.some(({ info }) => !info.matches || info.requests < info.ofRequests);
  return {
    rows: {
      caption: 'Lanes in the order drawn; Enter opens the account',
      columns: [
        text('Account'),
        text('First seen'),
        text('Last seen'),
        number('Requests'),
        ...(isFiltered ? [number('of all its'), text('Filter')] : []),
        number('Share of the lanes'),
        number('Requests in view'),
        number('Failed'),
        text('Operator'),
        text('Organisation'),
        text('Plan'),
        text('Status changes'),
        text('Notes'),
      ],
      length: shown.length,
      cells: (at) => {
        const lane = shown[at];
        const { info } = lane;
        const inView = countRange(sceneOfLane(scene, lane), range);
        return [
          info.account,
          minute(scene, info.firstUs),
          minute(scene, info.lastUs),
          count(info.requests),
          ...(isFiltered ? [count(info.ofRequests), info.matches ? 'matches' : 'outside'] : []),
          formatShare(lane.total, scene.sum.total),
          `${inView.exact ? '' : 'about '}${count(inView.requests)}`,
          count(info.failed),
          info.operator ?? '',
          info.organisation ?? '',
          info.plan ?? '',
          info.statuses.map(({ status, sinceUs }) => `${status} ${minute(scene, sinceUs)}`).join(', '),
          (scene.notes.get(info.account) ?? []).map(({ label }) => label).join(', '),
        ];
      },
      request: (at) => at,
    },
    accountOf: (at) => shown[at]?.info.account ?? null,
  };
}

/** How many lanes are active beside chance, or how even their load is, step by step of the range in view. */
export function togetherRows(scene: LanesScene, range: TimeRange, what: 'active' | 'evenness'): LaneTable {
  return {
    rows: what === 'active' ? activeRows(scene, range) : evennessRows(scene, range),
    accountOf: () => null,
  };
}

function activeRows(scene: LanesScene, range: TimeRange): TableRows {
  const bins = scene.togetherFor(detailFor(range, WIDTH_PX));
  const lanes = scene.rows.filter((row) => row.kind === 'lane').length;
  const at = bins
    ? [...bins.fromUs.keys()].filter((i) => bins.toUs[i] > range.fromUs && bins.fromUs[i] < range.toUs)
    : [];
  return {
    caption: `Lanes active in an hour, of ${count(lanes)}, and by chance`,
    columns: [
      text('From'),
      text('To'),
      number('Hours'),
      number('Active'),
      number('By chance'),
      number('95 % from'),
      number('to'),
    ],
    length: at.length,
    cells: (row) => {
      const i = at[row];
      if (!bins) return [];
      return [
        minute(scene, bins.fromUs[i]),
        minute(scene, bins.toUs[i]),
        count(bins.hours[i]),
        bins.active[i].toFixed(bins.hours[i] > 1 ? 2 : 0),
        bins.expected[i].toFixed(2),
        bins.low[i].toFixed(2),
        Math.min(lanes, bins.high[i]).toFixed(2),
      ];
    },
    request: () => null,
  };
}

function evennessRows(scene: LanesScene, range: TimeRange): TableRows {
  const { together } = scene;
  const at = together
    ? [...together.day.keys()].filter(
        (i) => (together.day[i] + 1) * DAY_US > range.fromUs && together.day[i] * DAY_US < range.toUs,
      )
    : [];
  return {
    caption: 'Variance over mean of hourly requests among lanes at work, by day of UTC; 1 by chance',
    columns: [text('Day (UTC)'), number('Variance / mean'), number('95 % of chance from'), number('to')],
    length: at.length,
    cells: (row) => {
      if (!together) return [];
      const i = at[row];
      return [
        new Date(together.day[i] * 86_400_000).toISOString().slice(0, 10),
        together.varianceToMean[i].toFixed(2),
        together.chanceLow[i].toFixed(2),
        together.chanceHigh[i].toFixed(2),
      ];
    },
    request: () => null,
  };
}

/** Requests and shares of each lane, cell by cell of the range in view. */
export function shareRows(scene: LanesScene, range: TimeRange): LaneTable {
  const detail = sharesDetail(range, WIDTH_PX);
  const all = scene.sum.bins(detail.level);
  const { lanes, shares, parts, rest, working } = scene.sharesFor(detail);
  const [first, last] = binsIn(all, range);
  const cells: { readonly cell: number; readonly part: number }[] = [];
  for (let cell = first; cell < last; cell++) {
    for (let part = 0; part < parts; part++) {
      if (shares[cell * parts + part] > 0) cells.push({ cell, part });
    }
  }
  const isRest = (part: number) => rest > 0 && part === parts - 1;
  return {
    rows: {
      caption: `Share of each lane in the requests per ${detail.level.title}`,
      columns: [
        text('From'),
        text('To'),
        text('Account'),
        number('Share'),
        number('Even share'),
        number('Requests of all lanes'),
      ],
      length: cells.length,
      cells: (row) => {
        const { cell, part } = cells[row];
        return [
          minute(scene, all.fromUs[cell]),
          minute(scene, all.toUs[cell]),
          isRest(part) ? `${count(rest)} other lanes` : scene.lanes[lanes[part]].info.account,
          formatShare(shares[cell * parts + part], 1),
          formatShare(1, working[cell]),
          count(all.requests[cell]),
        ];
      },
      request: (row) => (isRest(cells[row].part) ? null : row),
    },
    accountOf: (row) => {
      const { part } = cells[row];
      return isRest(part) ? null : scene.lanes[lanes[part]].info.account;
    },
  };
}

/** Who went on after whom, by the time of the stop; Enter opens the account that went on. */
export function handOverRows(scene: LanesScene, handOvers: readonly HandOver[]): LaneTable {
  return {
    rows: {
      caption: 'Stops that another lane of like templates followed within two days; Enter opens the follower',
      columns: [
        text('Stopped'),
        text('At'),
        text('Told by'),
        text('Went on'),
        text('From'),
        text('By'),
        number('Time between'),
        number('Likeness'),
        text('Others that would fit'),
      ],
      length: handOvers.length,
      cells: (row) => {
        const one = handOvers[row];
        return [
          one.from,
          minute(scene, one.stopUs),
          one.stopped,
          one.to,
          minute(scene, one.onsetUs),
          one.onset === 'first' ? 'first request' : 'rise',
          durationTitle(one.onsetUs - one.stopUs),
          one.likeness.toFixed(2),
          one.rivals.map(({ account }) => account).join(', '),
        ];
      },
      request: (row) => row,
    },
    accountOf: (row) => handOvers[row]?.to ?? null,
  };
}
