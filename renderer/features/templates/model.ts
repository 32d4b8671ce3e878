import type { TemplatePart, TemplateRow, TemplateSlot } from '../../../shared/contract/analysis.ts';
import { formatCount, formatUnits } from '../../ui/format.ts';

/** What a template is, in a few words. */
export function formWords({ from, verbatim }: Pick<TemplateRow, 'from' | 'verbatim'>): string {
  if (from === 'hash') return verbatim ? 'the same prompt, known by its hash' : 'known by a hash';
  if (verbatim) return 'the same text each time';
  return from === 'frame' ? 'frame: how its sentences begin and end' : 'fixed wording with slots';
}

/** The masked wording for those who cannot see it drawn: `4 characters, slot 1, 16 characters, gap`. */
export function shapeWords(shape: readonly TemplatePart[]): string {
  return shape
    .map((part) => {
      if ('characters' in part) return formatUnits(part.characters, 'character');
      return part.slot === 0 ? 'gap' : `slot ${part.slot}`;
    })
    .join(', ');
}

/** What stands in the place of a wording: `Wording, 23 characters and 2 slots`. */
export function maskedShape({ shape, from }: Pick<TemplateRow, 'shape' | 'from'>): string {
  const characters = shape.reduce((sum, part) => sum + ('characters' in part ? part.characters : 0), 0);
  const slots = shape.filter((part) => 'slot' in part).length;
  const gaps = slots === 0 ? '' : ` and ${formatUnits(slots, from === 'frame' ? 'gap' : 'slot')}`;
  return `Wording, ${formatUnits(characters, 'character')}${gaps}`;
}

/** Width in pixels of the bar that stands for so many characters: true to length as far as 120 characters. */
export function barWidth(characters: number): number {
  return Math.round(Math.min(96, 4 + 0.77 * characters));
}

/** What fills a slot: `number`, or why that is not known. */
export function slotWords(slot: TemplateSlot | null): string {
  return slot === null ? 'not told apart' : slot.type;
}

/** One eighth of a template's requests, in order of time. */
export interface GrowthRow {
  /** `1/8`. */
  readonly part: string;
  /** Requests up to its end, and in it. */
  readonly requests: number;
  readonly added: number;
  /** Distinct fillings up to its end, and those first asked in it. */
  readonly fillings: number;
  readonly fresh: number;
}

/** The numbers behind the growth of a template's fillings. */
export function growthRows({
  growth,
  requests,
}: Pick<TemplateRow, 'growth' | 'requests'>): readonly GrowthRow[] {
  const upTo = (k: number) => Math.ceil((k * requests) / growth.length);
  return growth.map((fillings, k) => ({
    part: `${k + 1}/${growth.length}`,
    requests: upTo(k + 1),
    added: upTo(k + 1) - upTo(k),
    fillings,
    fresh: fillings - (k === 0 ? 0 : growth[k - 1]),
  }));
}

/** Corners of the line of growth in a box, from its lower left; the last one is its top. */
export function growthLine(
  { growth, requests }: Pick<TemplateRow, 'growth' | 'requests'>,
  width: number,
  height: number,
): readonly (readonly [number, number])[] {
  const top = growth.at(-1) ?? 0;
  const round = (value: number) => Math.round(value * 10) / 10;
  return [
    [0, height],
    ...growthRows({ growth, requests }).map(
      (row) =>
        [
          round((row.requests / requests) * width),
          round(top === 0 ? height : height - (row.fillings / top) * height),
        ] as const,
    ),
  ];
}

export function growthWords(growth: readonly number[]): string {
  return `Distinct fillings after each eighth of its requests: ${growth.map(formatCount).join(', ')}`;
}
