import type { SignalBand } from '../../../../shared/contract/cohorts.ts';

/** Rules for the classes of the drawing, in terms of the page's custom properties. */
export const BAND_CSS = `
.bd { display: block; width: 150px; height: 16px; }
.bd .bd-wide { fill: var(--context); }
.bd .bd-half { fill: var(--ink-soft); fill-opacity: 0.45; }
.bd .bd-middle { stroke: var(--ink); stroke-width: 1.5; }
.bd .bd-value { fill: var(--subject); stroke: var(--ground); stroke-width: 1; }`;

const WIDTH = 150;
const PAD = 6;

/**
 * Where a value lies among a cohort: the middle 90 % as a bar, the middle half darker in it, the median a stroke, the
 * value a diamond. The numbers stand beside it in the table, so it is hidden from readers of the page.
 */
export function bandSvg({ p5, p25, p50, p75, p95 }: SignalBand, value: number): string {
  const low = Math.min(p5, value);
  const high = Math.max(p95, value);
  const x = (at: number) => px(PAD + ((at - low) / Math.max(high - low, 1e-12)) * (WIDTH - 2 * PAD));
  const bar = (kind: string, from: number, to: number, y: number, height: number) =>
    `<rect class="${kind}" x="${x(from)}" y="${y}" width="${px(Math.max(x(to) - x(from), 1))}" height="${height}"/>`;
  const at = x(value);
  return `<svg xmlns="http://www.w3.org/2000/svg" class="bd" aria-hidden="true" viewBox="0 0 ${WIDTH} 16">${bar('bd-wide', p5, p95, 5, 6)}${bar('bd-half', p25, p75, 5, 6)}<path class="bd-middle" d="M${x(p50)} 3v10"/><path class="bd-value" d="M${at} 2.5l5 5.5l-5 5.5l-5 -5.5z"/></svg>`;
}

function px(value: number): number {
  return Math.round(value * 10) / 10;
}
