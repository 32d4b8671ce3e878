import type { Activity } from '../../../../shared/contract/timeline.ts';
import { escapeMarkup } from '../../../../shared/escape-markup.ts';
import { formatOffset, formatTime, type Zone } from '../../../../shared/time/zone.ts';
import { grouped } from '../visible-text.ts';
import { type TimelineStep, timelineSteps } from './timeline-bins.ts';
import { calendarTicks } from './wall-calendar.ts';

export const MAX_STEPS = 240;

/** A time range a person annotated, with the short label drawn above it. */
export interface MarkedRange {
  readonly fromUs: number;
  readonly toUs: number;
  readonly label: string;
}

export interface TimelineDrawing {
  readonly activity: Activity;
  readonly zone: Zone;
  readonly marks: readonly MarkedRange[];
  /** First and last valid request time of the whole data set. */
  readonly dataSet: { readonly firstUs: number; readonly lastUs: number };
  /** What is drawn and out of how many, one line. Plain text, already made visible. */
  readonly caption: string;
  readonly widthPx: number;
  /** With its own light colours and ground, as a file of its own; without, the page brings TIMELINE_CSS. */
  readonly standalone: boolean;
}

/** Rules for the classes of the drawing, in terms of the page's custom properties. */
export const TIMELINE_CSS = `
.tl text { font: 11px var(--text); fill: var(--ink-soft); font-variant-numeric: tabular-nums; }
.tl .tl-caption { fill: var(--ink); }
.tl .tl-steps { fill: var(--subject); }
.tl .tl-failed { fill: var(--failed); }
.tl .tl-mark { fill: var(--accent); fill-opacity: 0.13; }
.tl .tl-edge { stroke: var(--accent); stroke-width: 1.5; fill: none; }
.tl .tl-label { fill: var(--accent); font-weight: 600; }
.tl .tl-axis { stroke: var(--hairline-strong); fill: none; }
.tl .tl-grid { stroke: var(--hairline); fill: none; }
.tl .tl-context { fill: var(--context); }`;

const STANDALONE_CSS = `
.tl { --text: Inter, "Helvetica Neue", Arial, sans-serif; --ink: #1d1b18; --ink-soft: #5f5a52; --accent: #a8480f;
--subject: #1b6d87; --failed: #7a3b8f; --hairline: #e2ded7; --hairline-strong: #c9c3b9; --context: #cfcbc2; }
.tl-ground { fill: #ffffff; }`;

const LEFT = 48;
const RIGHT = 10;
const MARKS_TOP = 4;
const TOP = 34;
const PLOT = 88;
const BASE = TOP + PLOT;
const STRIP = BASE + 40;
const HEIGHT = STRIP + 58;

/**
 * An SVG picture of an account's activity: requests per step on a linear scale from zero, failed ones in
 * front, annotated ranges marked and labelled, ticks on calendar boundaries of the zone, below it where the
 * account's time lies within the data set's. The zone is printed. Pure: the same input gives the same text.
 * Returns '' when there is no activity to draw.
 */
export function timelineSvg(drawing: TimelineDrawing): string {
  const { zone, widthPx, standalone } = drawing;
  const { width, steps } = timelineSteps(drawing.activity, zone, MAX_STEPS);
  if (steps.length === 0) return '';
  const fromUs = steps[0].fromUs;
  const toUs = steps[steps.length - 1].toUs;
  const most = steps.reduce((max, step) => Math.max(max, step.requests), 0);
  const top = roundUp(most);
  const x = scale(fromUs, toUs, LEFT, widthPx - RIGHT);
  const y = (value: number) => px(BASE - (value / top) * PLOT);

  const parts = [
    ...[top, top / 2].map((value) => `<path class="tl-grid" d="M${LEFT} ${y(value)}H${widthPx - RIGHT}"/>`),
    ...marks(drawing.marks, fromUs, toUs, x),
    `<path class="tl-steps" d="${stepPath(steps, (step) => step.requests, x, y)}"/>`,
    `<path class="tl-failed" d="${stepPath(steps, (step) => step.failed, x, y)}"/>`,
    `<path class="tl-axis" d="M${LEFT} ${px(BASE + 0.5)}H${widthPx - RIGHT}"/>`,
    text(LEFT - 6, TOP + 4, grouped(top), { anchor: 'end' }),
    text(LEFT - 6, BASE + 3, '0', { anchor: 'end' }),
    ...axis(zone, fromUs, toUs, x, widthPx),
    ...strip(drawing, fromUs, toUs, widthPx),
    text(LEFT, STRIP + 36, drawing.caption, { kind: 'tl-caption' }),
    text(
      LEFT,
      STRIP + 51,
      `Requests per ${width}, linear scale, at most ${grouped(most)}; failed requests in purple in front. ${zoneWords(zone, fromUs, toUs)}`,
    ),
  ];
  const open = `<svg xmlns="http://www.w3.org/2000/svg" class="tl" role="img" viewBox="0 0 ${widthPx} ${HEIGHT}"`;
  const title = `<title>${escapeMarkup(drawing.caption)}</title>`;
  if (!standalone) return `${open}>${title}${parts.join('')}</svg>`;
  const ground = `<rect class="tl-ground" width="${widthPx}" height="${HEIGHT}"/>`;
  const style = `<style>${STANDALONE_CSS}${TIMELINE_CSS}</style>`;
  return `${open} width="${widthPx}" height="${HEIGHT}">${title}${style}${ground}${parts.join('\n')}\n</svg>\n`;
}

function stepPath(
  steps: readonly TimelineStep[],
  value: (step: TimelineStep) => number,
  x: (us: number) => number,
  y: (value: number) => number,
): string {
  let path = '';
  for (const step of steps) {
    if (value(step) === 0) continue;
    // Never thinner than a hairline, so that one request among thousands is still seen.
    const height = Math.max(BASE - y(value(step)), 1);
    const width = Math.max(px(x(step.toUs) - x(step.fromUs)), 0.8);
    path += `M${x(step.fromUs)} ${BASE}v${px(-height)}h${width}v${px(height)}z`;
  }
  return path;
}

function marks(
  ranges: readonly MarkedRange[],
  fromUs: number,
  toUs: number,
  x: (us: number) => number,
): string[] {
  const parts: string[] = [];
  // Labels sit in two rows; one that fits in neither is left out, its band stays.
  const rowEnds = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const range of [...ranges].sort((a, b) => a.fromUs - b.fromUs || a.toUs - b.toUs)) {
    if (range.toUs <= fromUs || range.fromUs >= toUs) continue;
    const left = x(Math.max(range.fromUs, fromUs));
    const width = Math.max(px(x(Math.min(range.toUs, toUs)) - left), 2);
    parts.push(`<rect class="tl-mark" x="${left}" y="${TOP - 4}" width="${width}" height="${PLOT + 4}"/>`);
    parts.push(`<path class="tl-edge" d="M${left} ${TOP}v-4h${width}v4"/>`);
    const row = rowEnds.findIndex((end) => left >= end);
    if (row < 0) continue;
    rowEnds[row] = left + 10 + range.label.length * 7;
    parts.push(text(left, row === 0 ? TOP - 8 : MARKS_TOP + 8, range.label, { kind: 'tl-label' }));
  }
  return parts;
}

function axis(
  zone: Zone,
  fromUs: number,
  toUs: number,
  x: (us: number) => number,
  widthPx: number,
): string[] {
  return calendarTicks(zone, fromUs, toUs, Math.floor((widthPx - LEFT - RIGHT) / 76)).flatMap((tick) => {
    const at = x(tick.us);
    const anchor = at > widthPx - RIGHT - 40 ? 'end' : 'start';
    const label = (y: number, words: string) => text(anchor === 'end' ? at : at + 3, y, words, { anchor });
    return [
      `<path class="tl-axis" d="M${at} ${BASE}v${anchor === 'end' ? 4 : 16}"/>`,
      label(BASE + 14, tick.main),
      ...(tick.context === '' ? [] : [label(BASE + 27, tick.context)]),
    ];
  });
}

/** A bar for the data set's time with the account's part of it. */
function strip(drawing: TimelineDrawing, fromUs: number, toUs: number, widthPx: number): string[] {
  const { zone, dataSet } = drawing;
  const first = Math.min(dataSet.firstUs, fromUs);
  const last = Math.max(dataSet.lastUs, toUs);
  const x = scale(first, last, LEFT, widthPx - RIGHT);
  const width = Math.max(px(x(toUs) - x(fromUs)), 2);
  const range = `Whole data set, ${formatTime(zone, dataSet.firstUs, 'day')} to ${formatTime(zone, dataSet.lastUs, 'day')}; this account's time marked`;
  return [
    `<rect class="tl-context" x="${LEFT}" y="${STRIP}" width="${widthPx - LEFT - RIGHT}" height="4"/>`,
    `<rect class="tl-steps" x="${Math.min(x(fromUs), widthPx - RIGHT - width)}" y="${STRIP - 1}" width="${width}" height="6"/>`,
    text(LEFT, STRIP + 18, range),
  ];
}

function zoneWords(zone: Zone, fromUs: number, toUs: number): string {
  const [first, last] = [formatOffset(zone, fromUs), formatOffset(zone, toUs)];
  const offsets = first === last ? `UTC${first}` : `UTC${first}, from a change of clocks UTC${last}`;
  return `Times in ${zone.name} (${offsets}).`;
}

function text(
  x: number,
  y: number,
  words: string,
  options: { anchor?: 'start' | 'end'; kind?: string } = {},
): string {
  const anchor = options.anchor === 'end' ? ' text-anchor="end"' : '';
  const kind = options.kind ? ` class="${options.kind}"` : '';
  return `<text${kind} x="${px(x)}" y="${px(y)}"${anchor}>${escapeMarkup(words)}</text>`;
}

function scale(fromUs: number, toUs: number, left: number, right: number): (us: number) => number {
  const span = Math.max(toUs - fromUs, 1);
  return (us) => px(left + ((us - fromUs) / span) * (right - left));
}

/** 1, 2, 4, 6, 8 or 10 times a power of ten, at least 2: even, so that half of it can be drawn. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
  const factor = [1, 2, 4, 6, 8, 10].find((f) => f * power >= value) ?? 10;
  return Math.max(factor * power, 2);
}

/** Rounded to tenths, so that the text does not depend on the last bits of a sum. */
function px(value: number): number {
  return Math.round(value * 10) / 10;
}
