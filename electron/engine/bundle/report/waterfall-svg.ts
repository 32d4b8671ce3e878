import { escapeMarkup } from '../../../../shared/escape-markup.ts';

/** One step of a waterfall: what it adds in bits, below 0 where it takes away. */
export interface WaterfallStep {
  /** Plain text, made visible already. */
  readonly label: string;
  readonly bits: number;
  /** Where the sum begins, as a prior does: drawn grey. */
  readonly base?: true;
}

/** Rules for the classes of the drawing, in terms of the page's custom properties. */
export const WATERFALL_CSS = `
.wf text { font: 11px var(--text); fill: var(--ink); font-variant-numeric: tabular-nums; }
.wf .wf-soft { fill: var(--ink-soft); }
.wf .wf-base { fill: var(--context); }
.wf .wf-for { fill: var(--subject); }
.wf .wf-against { fill: var(--failed); }
.wf .wf-sum { fill: none; stroke: var(--ink); stroke-width: 1.5; }
.wf .wf-zero { stroke: var(--hairline-strong); }
.wf .wf-lead { stroke: var(--hairline-strong); stroke-dasharray: 2 2; }`;

const LABELS = 190;
const NUMBERS = 64;
const ROW = 22;
const TOP = 6;
const BAR = 13;

/**
 * How a sum of bits comes about, a bar a step from where the one before ended, the sum as an outline below. The bits
 * stand beside each bar with their sign, so it reads without colour. Pure: the same steps give the same text.
 */
export function waterfallSvg(steps: readonly WaterfallStep[], title: string, widthPx: number): string {
  const ends: number[] = [];
  for (const { bits } of steps) ends.push((ends.at(-1) ?? 0) + bits);
  const total = ends.at(-1) ?? 0;
  const low = Math.min(0, ...ends);
  const high = Math.max(0, ...ends);
  const left = LABELS;
  const right = widthPx - NUMBERS;
  const x = (bits: number) => px(left + ((bits - low) / Math.max(high - low, 1e-9)) * (right - left));
  const height = TOP + (steps.length + 1) * ROW + 20;
  const parts = [
    `<path class="wf-zero" d="M${x(0)} ${TOP}V${TOP + (steps.length + 1) * ROW}"/>`,
    ...steps.flatMap(({ label, bits, base }, index) => {
      const from = ends[index] - bits;
      const y = TOP + index * ROW + (ROW - BAR) / 2;
      const [a, b] = [Math.min(x(from), x(ends[index])), Math.max(x(from), x(ends[index]))];
      return [
        text(0, y + 10, shortened(label)),
        `<rect class="${base ? 'wf-base' : bits < 0 ? 'wf-against' : 'wf-for'}" x="${a}" y="${px(y)}" width="${px(Math.max(b - a, 1))}" height="${BAR}"/>`,
        `<path class="wf-lead" d="M${x(ends[index])} ${px(y + BAR)}v${ROW - BAR}"/>`,
        text(widthPx, y + 10, signed(bits), 'end'),
      ];
    }),
  ];
  const y = TOP + steps.length * ROW + (ROW - BAR) / 2;
  const [a, b] = [Math.min(x(0), x(total)), Math.max(x(0), x(total))];
  parts.push(
    text(0, y + 10, 'Sum'),
    `<rect class="wf-sum" x="${a}" y="${px(y)}" width="${px(Math.max(b - a, 1))}" height="${BAR}"/>`,
    text(widthPx, y + 10, signed(total), 'end'),
    text(x(0), height - 4, '0', 'middle', 'wf-soft'),
    text(widthPx, height - 4, 'bits', 'end', 'wf-soft'),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" class="wf" role="img" viewBox="0 0 ${widthPx} ${height}"><title>${escapeMarkup(title)}</title>${parts.join('')}</svg>`;
}

function shortened(label: string): string {
  return label.length > 34 ? `${label.slice(0, 33)}…` : label;
}

/** `+8.2`, `−10.0`: bits with their sign, to a tenth. */
export function signed(bits: number): string {
  const text = Math.abs(bits).toFixed(1);
  return text === '0.0' ? '0.0' : `${bits < 0 ? '−' : '+'}${text}`;
}

function text(x: number, y: number, words: string, anchor = 'start', kind = ''): string {
  return `<text${kind === '' ? '' : ` class="${kind}"`} x="${px(x)}" y="${px(y)}"${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}>${escapeMarkup(words)}</text>`;
}

function px(value: number): number {
  return Math.round(value * 10) / 10;
}
