import { BIN_US } from '../../../shared/contract/timeline.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { formatTime } from '../../../shared/time/zone.ts';
import { calendarBin } from '../../draw/calendar.ts';
import { sameRange, type TimeRange, toUs } from '../../draw/time-scale.ts';
import { formatShare } from '../../ui/format.ts';
import { binAt, lowerBound } from './bins.ts';
import { followedBy, followedWords } from './followed-words.ts';
import type { Level } from './levels.ts';
import type { Scene, Shown } from './scene.ts';
import { nearestRequest } from './single.ts';
import { count, offsetTitle, plural, rangeTitle } from './words.ts';

/** What the pointer or the keyboard cursor is on. A bin may be empty. */
export type Target =
  | { readonly kind: 'bin'; readonly range: TimeRange; readonly level: Level }
  | { readonly kind: 'request'; readonly index: number; readonly us: number };

const NEAR_PX = 6;

export function targetUs(target: Target): number {
  return target.kind === 'request' ? target.us : Math.floor((target.range.fromUs + target.range.toUs) / 2);
}

export function sameTarget(a: Target | null, b: Target | null): boolean {
  if (a === null || b === null || a.kind !== b.kind) return a === b;
  if (a.kind === 'request') return b.kind === 'request' && a.index === b.index && a.us === b.us;
  return b.kind === 'bin' && a.level.id === b.level.id && sameRange(a.range, b.range);
}

/**
 * The bin or request under a pixel of the plot; `rowShare` is how far down the plot it lies, 0 to 1, null where its
 * requests do not stand in rows.
 */
export function targetAt(
  scene: Scene,
  shown: Shown,
  range: TimeRange,
  widthPx: number,
  px: number,
  rowShare: number | null,
): Target | null {
  const us = Math.min(range.toUs - 1, Math.max(range.fromUs, toUs(range, widthPx, px)));
  if (shown.kind === 'bins') return binTarget(scene, shown.level, us);
  const { columns, rows } = shown.loaded;
  const row =
    rowShare === null
      ? null
      : Math.min(rows.titles.length - 1, Math.max(0, Math.floor(rowShare * rows.titles.length)));
  const within = ((range.toUs - range.fromUs) / widthPx) * NEAR_PX;
  const index = nearestRequest(columns, us, within, rows, row);
  return index < 0 ? null : { kind: 'request', index, us: columns.timeUs[index] };
}

function binTarget(scene: Scene, level: Level, us: number): Target {
  const [fromUs, toUs] = calendarBin(scene.spans, level.step, us);
  return { kind: 'bin', range: { fromUs, toUs }, level };
}

/**
 * The next or previous request, or bin with anything in it, from a target or (without one) from the edge of
 * the range in view; null when there is none. Past the loaded requests it is the next active quarter hour.
 */
export function stepTarget(
  scene: Scene,
  shown: Shown,
  from: Target | null,
  range: TimeRange,
  direction: 1 | -1,
): Target | null {
  const at = from ? targetUs(from) : direction === 1 ? range.fromUs - 1 : range.toUs;
  if (shown.kind === 'requests') {
    const { timeUs } = shown.loaded.columns;
    let index: number;
    if (from?.kind === 'request' && timeUs[from.index] === from.us) index = from.index + direction;
    else index = direction === 1 ? lowerBound(timeUs, at + 1) : lowerBound(timeUs, at) - 1;
    const us = timeUs[index];
    const { covered } = shown.loaded;
    if (us !== undefined && us >= covered.fromUs && us < covered.toUs) return { kind: 'request', index, us };
    return activeQuarter(scene, direction === 1 ? covered.toUs : covered.fromUs, direction);
  }
  const { bins, level } = shown;
  const here = binAt(bins, at);
  let next: number;
  if (here >= 0 && from !== null) next = here + direction;
  else next = direction === 1 ? lowerBound(bins.fromUs, at) : lowerBound(bins.toUs, at + 1) - 1;
  if (next < 0 || next >= bins.fromUs.length) return null;
  return { kind: 'bin', range: { fromUs: bins.fromUs[next], toUs: bins.toUs[next] }, level };
}

function activeQuarter(scene: Scene, us: number, direction: 1 | -1): Target | null {
  const { bin } = scene.activity;
  const index =
    direction === 1 ? lowerBound(bin, Math.floor(us / BIN_US)) : lowerBound(bin, Math.ceil(us / BIN_US)) - 1;
  return bin[index] === undefined ? null : binTarget(scene, QUARTER, bin[index] * BIN_US);
}

const QUARTER: Level = { id: '15min', title: '15 min', step: { kind: 'clock', us: BIN_US }, us: BIN_US };

/** A target of another zoom than the one shown: a place to step from, but nothing to point at. */
export function isStale(target: Target, shown: Shown): boolean {
  if (target.kind === 'request') return shown.kind !== 'requests';
  return target.level.id !== (shown.kind === 'bins' ? shown.level.id : QUARTER.id);
}

export interface Description {
  readonly title: string;
  readonly zone: string;
  readonly lines: readonly string[];
}

/** What is said where the pointer is on nothing: the time alone, as finely as pixels tell. */
export function describeTime(scene: Scene, us: number, usPerPx: number): Description {
  const precision = usPerPx < 1_000_000 ? 'microsecond' : usPerPx < 60_000_000 ? 'second' : 'minute';
  const title = formatTime(scene.spans.zone, us, precision);
  const cut = precision === 'microsecond' ? title.slice(0, -3) : title;
  return { title: cut, zone: offsetTitle(scene.spans, us), lines: [] };
}

/** A target in words, with exact numbers and their denominators. */
export function describe(scene: Scene, shown: Shown, target: Target): Description {
  return target.kind === 'request'
    ? describeRequest(scene, shown, target.index, target.us)
    : describeBin(scene, target.level, target.range);
}

function describeBin(scene: Scene, level: Level, range: TimeRange): Description {
  const bins = scene.bins(level);
  const index = binAt(bins, range.fromUs);
  const from = offsetTitle(scene.spans, range.fromUs);
  const to = offsetTitle(scene.spans, range.toUs - 1);
  const zone = from === to ? from : `${from}, then ${to}`;
  const title = rangeTitle(scene.spans, range);
  const requests = index < 0 ? 0 : bins.requests[index];
  const lines = [
    `${count(requests)} of ${plural(scene.total, 'request')} (${formatShare(requests, scene.total)})`,
  ];
  if (index >= 0) {
    const failed = bins.failed[index];
    lines.push(`${count(failed)} of ${count(requests)} failed`);
    const [input, output] = [bins.inputTokens[index], bins.outputTokens[index]];
    const sum = (tokens: number) => (tokens > 0 ? count(tokens) : 'none');
    if (input > 0 || output > 0) lines.push(`${sum(input)} tokens in, ${sum(output)} out`);
  }
  return { title, zone, lines };
}

function describeRequest(scene: Scene, shown: Shown, index: number, us: number): Description {
  const title = formatTime(scene.spans.zone, us, 'microsecond').replace(/\.?0{1,6}$/, '');
  const zone = offsetTitle(scene.spans, us);
  if (shown.kind !== 'requests') return { title, zone, lines: [] };
  const { columns } = shown.loaded;
  const named = (code: number, otherwise: string) =>
    shownText(columns.dictionary[code] || otherwise, { max: 60 });
  const status = named(columns.status[index], 'no status given');
  const lines = [
    `1 of ${plural(scene.total, 'request')}`,
    `model ${named(columns.model[index], 'not given')}`,
    `status ${status}${columns.failed[index] ? ', failed' : ''}`,
  ];
  if (columns.matches?.[index] === 0) lines.push('does not meet the filter');
  const followed = followedBy(columns, index);
  if (followed) lines.push(`template ${followedWords(followed)}`);
  const tokens = [columns.inputTokens[index], columns.outputTokens[index]];
  if (tokens.some((n) => !Number.isNaN(n))) {
    const [input, output] = tokens.map((n) => (Number.isNaN(n) ? 'unknown' : count(n)));
    lines.push(`${input} tokens in, ${output} out`);
  }
  const latency = columns.latencyMs[index];
  if (!Number.isNaN(latency)) lines.push(`${count(latency)} ms until answered`);
  return { title, zone, lines };
}
