/** A half-open range of instants, integer microseconds since 1970 UTC. */
export interface TimeRange {
  readonly fromUs: number;
  readonly toUs: number;
}

/** The narrowest view: one second across the whole width. Below it most logs have no resolution left. */
export const MIN_SPAN_US = 1_000_000;

const QUARTER_US = 900_000_000;

/**
 * The widest view of a case: its range, outwards to whole quarter hours, so that no roll-up bin is cut at an
 * edge. Never narrower than one quarter hour.
 */
export function viewLimits(caseRange: TimeRange): TimeRange {
  const fromUs = Math.floor(caseRange.fromUs / QUARTER_US) * QUARTER_US;
  const toUs = Math.ceil(caseRange.toUs / QUARTER_US) * QUARTER_US;
  return { fromUs, toUs: Math.max(toUs, fromUs + QUARTER_US) };
}

/** Pixel of an instant, 0 at the range's start and `widthPx` at its end; outside values for outside instants. */
export function toPx(range: TimeRange, widthPx: number, us: number): number {
  return ((us - range.fromUs) / (range.toUs - range.fromUs)) * widthPx;
}

/** The instant under a pixel, whole microseconds. */
export function toUs(range: TimeRange, widthPx: number, px: number): number {
  return Math.round(range.fromUs + (px / widthPx) * (range.toUs - range.fromUs));
}

/** The nearest range inside the limits: span between MIN_SPAN_US and the limits' own, then moved inside. */
export function clampRange(range: TimeRange, limits: TimeRange): TimeRange {
  const most = limits.toUs - limits.fromUs;
  const least = Math.min(MIN_SPAN_US, most);
  const span = Math.min(most, Math.max(least, Math.round(range.toUs - range.fromUs)));
  const fromUs = Math.min(limits.toUs - span, Math.max(limits.fromUs, Math.round(range.fromUs)));
  return { fromUs, toUs: fromUs + span };
}

/**
 * The range zoomed so that `anchorUs` keeps its place on the screen; factor below 1 zooms in. The anchor gives
 * way only where the limits leave no room for it.
 */
export function zoomAt(range: TimeRange, limits: TimeRange, factor: number, anchorUs: number): TimeRange {
  const span = range.toUs - range.fromUs;
  const most = limits.toUs - limits.fromUs;
  const wanted = Math.min(most, Math.max(Math.min(MIN_SPAN_US, most), span * factor));
  const share = (anchorUs - range.fromUs) / span;
  const fromUs = anchorUs - share * wanted;
  return clampRange({ fromUs, toUs: fromUs + wanted }, limits);
}

/** The range moved by `deltaUs`, its span unchanged, stopping at the limits. */
export function panBy(range: TimeRange, limits: TimeRange, deltaUs: number): TimeRange {
  return clampRange({ fromUs: range.fromUs + deltaUs, toUs: range.toUs + deltaUs }, limits);
}

/** The range moved just far enough to show `us` with an eighth of the width to spare. */
export function reveal(range: TimeRange, limits: TimeRange, us: number): TimeRange {
  const margin = (range.toUs - range.fromUs) / 8;
  if (us < range.fromUs + margin) return panBy(range, limits, us - margin - range.fromUs);
  if (us >= range.toUs - margin) return panBy(range, limits, us + margin - range.toUs);
  return range;
}

export function sameRange(a: TimeRange | null, b: TimeRange | null): boolean {
  return a === b || (a !== null && b !== null && a.fromUs === b.fromUs && a.toUs === b.toUs);
}
