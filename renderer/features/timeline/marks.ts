import type { AnnotationKind } from '../../../shared/contract/annotations.ts';
import { fitText } from '../../draw/text.ts';
import { type TimeRange, toPx } from '../../draw/time-scale.ts';

/** Something to be seen on the time axis: an annotated range or request, or an event from outside. */
export interface Mark {
  readonly fromUs: number;
  /** Equal to `fromUs` for an instant. */
  readonly toUs: number;
  readonly label: string;
  readonly kind: AnnotationKind | 'context';
}

export interface PlacedMark {
  readonly mark: Mark;
  readonly row: number;
  readonly fromPx: number;
  readonly toPx: number;
  readonly labelPx: number;
  /** Cut to fit; empty when there is no room at all. */
  readonly label: string;
}

export const MARK_ROWS = 2;
const LABEL_MOST_PX = 220;
const LABEL_LEAST_PX = 44;
const GAP_PX = 10;
const GLYPH_PX = 9;

/**
 * The marks in a range laid into rows so that no label meets another, earlier marks first. Marks that find no
 * room for a label are `hidden`.
 */
export function placeMarks(
  marks: readonly Mark[],
  range: TimeRange,
  widthPx: number,
  measure: (text: string) => number,
): { readonly placed: readonly PlacedMark[]; readonly hidden: readonly Mark[] } {
  const visible = marks
    .filter(({ fromUs, toUs }) => fromUs < range.toUs && Math.max(toUs, fromUs + 1) > range.fromUs)
    .sort((a, b) => a.fromUs - b.fromUs || b.toUs - a.toUs);
  const freeFrom = new Array<number>(MARK_ROWS).fill(Number.NEGATIVE_INFINITY);
  const placed: PlacedMark[] = [];
  const hidden: Mark[] = [];
  for (const mark of visible) {
    const fromPx = Math.max(0, toPx(range, widthPx, mark.fromUs));
    const endPx = Math.min(widthPx, toPx(range, widthPx, mark.toUs));
    const row = freeFrom.findIndex((free) => free <= fromPx);
    const wanted = Math.min(LABEL_MOST_PX, measure(mark.label));
    // A label that would leave on the right stands before its mark instead, if that room is free.
    const right = fromPx + GLYPH_PX;
    const before = fromPx - wanted - GLYPH_PX;
    const flips = row >= 0 && right + Math.min(wanted, LABEL_LEAST_PX) > widthPx && before >= freeFrom[row];
    const room = flips ? wanted : widthPx - right;
    if (row < 0 || room < Math.min(wanted, LABEL_LEAST_PX)) {
      hidden.push(mark);
      continue;
    }
    const label = fitText(mark.label, Math.min(wanted, room), measure);
    const labelPx = flips ? before : right;
    placed.push({ mark, row, fromPx, toPx: endPx, labelPx, label });
    freeFrom[row] = Math.max(endPx, labelPx + measure(label)) + GAP_PX;
  }
  return { placed, hidden };
}
