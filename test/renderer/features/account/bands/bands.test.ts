import { describe, expect, it } from 'vitest';
import { viewLimits } from '../../../../../renderer/draw/time-scale.ts';
import { zoneSpans } from '../../../../../renderer/draw/zone-spans.ts';
import { bandsLayout, rowAt, rowBox } from '../../../../../renderer/features/account/bands/bands-layout.ts';
import type { BandsScene } from '../../../../../renderer/features/account/bands/bands-scene.ts';
import {
  bandChip,
  bandTitle,
  inView,
  isLeftOut,
  sessionsInView,
} from '../../../../../renderer/features/account/bands/bands-scene.ts';
import { bandsTable } from '../../../../../renderer/features/account/bands/bands-table.ts';
import {
  markWords,
  noteWords,
  valuesWords,
  viewWords,
} from '../../../../../renderer/features/account/bands/bands-words.ts';
import { moved } from '../../../../../renderer/features/account/bands/move-mark.ts';
import { remarksOfUse, templateRemarks } from '../../../../../renderer/features/account/bands/remarks.ts';
import { sessionLanes } from '../../../../../renderer/features/account/bands/session-lanes.ts';
import { edgesFor, levelOf, stepAt, stepsIn } from '../../../../../renderer/features/account/bands/steps.ts';
import { tableText } from '../../../../../renderer/features/timeline/table-rows.ts';
import { MOST_BAND_STEPS } from '../../../../../shared/contract/bands.ts';
import type { Chip } from '../../../../../shared/contract/filters.ts';
import { BIN_US } from '../../../../../shared/time/bin.ts';
import { formatTime, zoneOf } from '../../../../../shared/time/zone.ts';

const DAY = 86_400_000_000;
const START = Date.UTC(2026, 2, 2) * 1000;
const at = (days: number) => START + days * DAY;
const berlin = (fromUs: number, toUs: number) => zoneSpans(zoneOf('Europe/Berlin'), fromUs, toUs);

describe('steps', () => {
  it('are those of the calendar of the case, over a change of clocks, and hold the range', () => {
    const limits = viewLimits({ fromUs: at(0), toUs: at(80) });
    const spans = berlin(limits.fromUs, limits.toUs);
    const range = { fromUs: at(20), toUs: at(60) };
    const edges = edgesFor(range, limits, 110, spans);
    expect(levelOf(edges).id).toBe('1day');
    for (const edge of edges) expect(formatTime(spans.zone, edge * BIN_US, 'minute')).toMatch(/ 00:00$/);
    expect(edges[0] * BIN_US).toBeLessThanOrEqual(range.fromUs);
    expect(edges.at(-1)! * BIN_US).toBeGreaterThanOrEqual(range.toUs);
    // A small move asks for the same.
    expect(edgesFor({ fromUs: at(20) + BIN_US, toUs: at(60) + BIN_US }, limits, 110, spans)).toEqual(edges);
  });

  it('are never more than one answer holds, whatever the width', () => {
    const limits = viewLimits({ fromUs: at(0), toUs: at(3000) });
    const spans = berlin(limits.fromUs, limits.toUs);
    for (const [days, width] of [
      [3000, 12_000],
      [700, 4000],
      [2, 900],
      [0.0001, 3000],
    ]) {
      const range = { fromUs: at(100), toUs: at(100 + days) };
      const edges = edgesFor(range, limits, width, spans);
      expect(edges.length).toBeLessThanOrEqual(MOST_BAND_STEPS + 1);
      expect(edges.every((edge, i) => i === 0 || edge > edges[i - 1])).toBe(true);
      expect(edges[0] * BIN_US).toBeLessThanOrEqual(range.fromUs);
    }
  });

  it('are found by range and time, half-open', () => {
    const edges = [10, 12, 16];
    const range = (from: number, to: number) => ({ fromUs: from * BIN_US, toUs: to * BIN_US });
    expect(stepsIn(edges, range(0, 99))).toEqual([0, 2]);
    expect(stepsIn(edges, range(12, 13))).toEqual([1, 2]);
    expect(stepsIn(edges, range(10, 12))).toEqual([0, 1]);
    expect(stepsIn(edges, range(11.9, 12.1))).toEqual([0, 2]);
    for (const outside of [range(0, 10), range(16, 20)]) {
      const [first, last] = stepsIn(edges, outside);
      expect(last - first).toBe(0);
    }
    expect([9.9, 10, 11.9, 12, 15.9, 16].map((bin) => stepAt(edges, bin * BIN_US))).toEqual([
      -1, 0, 0, 1, 1, -1,
    ]);
  });
});

const FIRST = START / BIN_US;
const EDGES = [FIRST, FIRST + 1, FIRST + 2, FIRST + 3];
const ALL = { fromUs: EDGES[0] * BIN_US, toUs: EDGES[3] * BIN_US };

function scene(): BandsScene {
  return {
    field: 'topic',
    bands: {
      bands: [
        { kind: 'value', value: 'la\u202ew', values: 1, requests: 12 },
        { kind: 'others', value: null, values: 3, requests: 5 },
        { kind: 'none', value: null, values: 0, requests: 2 },
      ],
      counts: Float64Array.of(3, 0, 4, 1, 0, 0, 0, 0, 2),
      values: 4,
      requests: 19,
      untimed: 1,
      ofRequests: 30,
      imported: true,
    },
    edges: EDGES,
    sessions: {
      sessions: {
        sessions: 4,
        requests: 9,
        ofRequests: 12,
        underWay: Float64Array.of(2, 1, 2),
        begun: Float64Array.of(1, 0, 1),
        bars: null,
      },
      edges: EDGES,
      lanes: null,
    },
    spans: zoneSpans(zoneOf('UTC'), ALL.fromUs, ALL.toUs),
    ownChips: [],
  };
}

describe('the chart', () => {
  it('counts what the steps in view hold, of all', () => {
    const all = inView(scene(), ALL);
    expect([[...all.ofBand], all.requests, all.most]).toEqual([[7, 1, 2], 10, 4]);
    const first = inView(scene(), { fromUs: ALL.fromUs, toUs: ALL.fromUs + 1 });
    expect([[...first.ofBand], first.requests, first.most]).toEqual([[3, 1, 0], 4, 3]);
    expect(viewWords(scene(), first, false)).toBe('4 of 19 requests by topic in view');
    expect(valuesWords(scene())).toBe('1 of 4 topics and all others together');
    // Two are under way at first, one more begins later.
    expect(sessionsInView(scene().sessions!, ALL)).toMatchObject({ count: 3, most: 2 });
  });

  it('names values with what is hidden in them, and says each cell beside its step', () => {
    const [value, others, none] = scene().bands.bands;
    expect(bandTitle(value, 'topic')).not.toContain('\u202e');
    expect([bandTitle(others, 'topic'), bandTitle(none, 'topic')]).toEqual([
      '3 other topics',
      'no topic stated',
    ]);
    expect(markWords(scene(), ALL, 0, 0).slice(1)).toEqual([
      '2026-03-02 00:00 – 00:15',
      '3 of 4 requests in it (75.0 %)',
    ]);
    expect(markWords(scene(), ALL, 0, null)[1]).toBe('7 of its 12 requests in view');
    expect(markWords(scene(), ALL, 3, 2)[2]).toBe('2 sessions under way, 1 begun in it');
  });

  it('proposes a value, none stated, or all but the values named', () => {
    const chips = [0, 1, 2].map((row) => bandChip(scene(), row, false));
    expect(chips).toEqual([
      { field: 'topic', values: ['la\u202ew'], negate: false },
      { field: 'topic', values: ['la\u202ew', null], negate: true },
      { field: 'topic', values: [null], negate: false },
    ]);
    expect(bandChip(scene(), 1, true)?.negate).toBe(false);
    const [value, others, none] = scene().bands.bands;
    const own = chips.slice(0, 1) as Chip[];
    expect([value, others, none].map((band) => isLeftOut(band, own))).toEqual([false, false, true]);
    expect(isLeftOut(value, [{ ...own[0], negate: true }])).toBe(true);
  });

  it('is walked by keys, from the name of a row over its cells', () => {
    const go = (row: number, step: number | null, key: string) => {
      const to = moved(scene(), ALL, { row, step }, key);
      return to && [to.row, to.step];
    };
    expect(go(0, null, 'ArrowRight')).toEqual([0, 0]);
    expect(go(0, 0, 'ArrowLeft')).toEqual([0, null]);
    expect(go(0, null, 'ArrowLeft')).toEqual([0, null]);
    expect(go(0, 2, 'ArrowRight')).toEqual([0, 2]);
    expect(go(0, null, '.')).toEqual([0, 0]);
    expect(go(0, 0, '.')).toEqual([0, 2]);
    expect(go(0, 2, ',')).toEqual([0, 0]);
    expect(go(1, 1, '.')).toEqual([1, 1]);
    expect(go(2, 1, 'ArrowDown')).toEqual([3, 1]);
    expect(go(3, 1, 'ArrowDown')).toEqual([3, 1]);
    expect(go(0, 1, 'ArrowUp')).toEqual([0, 1]);
    expect(go(0, 1, 'End')).toEqual([0, 2]);
    expect(go(0, 1, 'Home')).toEqual([0, 0]);
    expect(go(0, 1, 'x')).toBeNull();
  });

  it('has a table twin of every cell that is not empty', () => {
    const table = bandsTable(scene(), ALL);
    expect(table.length).toBe(4 + 3);
    expect(table.cells(0).slice(1)).toEqual(['2026-03-02 00:00', '2026-03-02 00:15', 'UTC', '3', '75.0 %']);
    expect([0, 1, 2, 3, 4].map((index) => table.request(index))).toEqual([0, 0, 1, 2, null]);
    expect(tableText(table, 'UTC').split('\n')).toHaveLength(2 + 7);
  });
});

/** As `scene`, of templates: one known by its masked wording, others, those not kept, and those not analysed. */
function templateScene(): BandsScene {
  const shape = [{ characters: 20 }, { slot: 1 }, { characters: 3 }];
  return {
    ...scene(),
    field: 'template',
    sessions: null,
    bands: {
      ...scene().bands,
      bands: [
        {
          kind: 'value',
          value: '00ff',
          values: 1,
          requests: 12,
          form: { from: 'skeleton', verbatim: false, name: null, shape },
        },
        { kind: 'unkept', value: null, values: 0, requests: 5 },
        { kind: 'unseen', value: null, values: 0, requests: 2 },
      ],
    },
    remarks: ['Hatched.'],
  };
}

describe('templates', () => {
  it('are named by their id, and what else there is by why no template is known', () => {
    const titles = templateScene().bands.bands.map((band) => bandTitle(band, 'template'));
    expect(titles).toEqual(['00ff', 'template not kept', 'not analysed']);
    expect(bandTitle({ kind: 'none', value: null, values: 0, requests: 1 }, 'template')).toBe('no template');
    expect(markWords(templateScene(), ALL, 0, null).slice(0, 3)).toEqual([
      '00ff',
      'fixed wording with slots',
      'Wording, 23 characters and 1 slot',
    ]);
    expect(markWords(templateScene(), ALL, 2, 0)[1]).toBe('came after the analysis');
  });

  it('are said to be missing where no request follows one', () => {
    const none = { ...templateScene(), bands: { ...templateScene().bands, values: 0, bands: [] } };
    expect(valuesWords(none)).toBe('no template among them');
  });

  it('are conditions on accounts: only a named one is proposed, and none leaves a row out', () => {
    expect([0, 1, 2].map((row) => bandChip(templateScene(), row, false))).toEqual([
      { field: 'template', values: ['00ff'], negate: false },
      null,
      null,
    ]);
  });

  it('say what is to be known of them', () => {
    expect(noteWords(templateScene(), ALL, false)).toContain('Hatched.');
    const bands = { ...templateScene().bands, analysis: 'kept', unseen: 2, counted: 7 } as const;
    const [hatched, notKept, counted, whole] = templateRemarks(bands, [
      { field: 'template', values: ['x'], negate: false },
    ]);
    expect(hatched).toMatch(/^Hatched: 2 requests that came after/);
    expect(notKept).toMatch(/^Not kept are/);
    expect(counted).toMatch(/^7 requests that come as counts/);
    expect(whole).toMatch(/takes whole accounts/);
    expect(remarksOfUse({ ...bands, unseen: 0, reference: 3 })).toEqual([
      '3 requests of accounts of the benign reference follow it too and are in no row.',
    ]);
  });
});

describe('bars of all rows together', () => {
  const summed = (): BandsScene => ({ ...scene(), field: 'account', sessions: null, hasSum: true });

  it('stand above the rows, in no row', () => {
    const layout = bandsLayout(900, 3, null, true);
    expect(layout.sum).toEqual({ top: 22, height: 44 });
    expect(rowAt(layout, 40)).toBeNull();
    expect([0, 1, 2, 3].map((row) => rowAt(layout, layout.first + row * 20 + 1))).toEqual([0, 1, 2, null]);
    expect(rowBox(layout, 1).top).toBe(layout.first + 20);
    expect(bandsLayout(900, 3, null).first).toBe(22);
  });

  it('stand in the table twin before the rows', () => {
    const table = bandsTable(summed(), ALL);
    expect([0, 1].map((index) => table.cells(index).slice(0, 2))).toEqual([
      ['all together', '2026-03-02 00:00'],
      ['all together', '2026-03-02 00:30'],
    ]);
    expect([0, 1].map((index) => table.cells(index)[4])).toEqual(['4', '6']);
    expect([0, 1, 2].map((index) => table.request(index))).toEqual([null, null, 0]);
    expect(table.length).toBe(2 + 4);
  });
});

describe('sessions', () => {
  const sessions = (bars: readonly (readonly [number, number])[]) => ({
    ...scene().sessions!.sessions,
    bars: {
      fromUs: Float64Array.from(bars, ([from]) => from),
      toUs: Float64Array.from(bars, ([, to]) => to),
      requests: new Float64Array(bars.length).fill(1),
    },
  });

  it('lie in the first line that is free', () => {
    expect([
      ...sessionLanes(
        sessions([
          [0, 10],
          [5, 6],
          [7, 20],
          [11, 12],
        ]),
      )!,
    ]).toEqual([0, 1, 1, 0]);
  });

  it('are only counted where they need too many lines', () => {
    expect(sessionLanes(sessions(Array.from({ length: 8 }, () => [0, 1] as const)))).not.toBeNull();
    expect(sessionLanes(sessions(Array.from({ length: 9 }, () => [0, 1] as const)))).toBeNull();
    expect(sessionLanes(scene().sessions!.sessions)).toBeNull();
  });
});
