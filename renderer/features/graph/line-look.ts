import type { EvidenceFamily } from '../../../shared/contract/analysis.ts';

/** Hue and dash of each family, and the shape of its values: never the hue alone. */
const FAMILY: Readonly<Record<EvidenceFamily, { readonly hue: number; readonly dash: readonly number[] }>> = {
  identity: { hue: 1, dash: [] },
  fingerprint: { hue: 2, dash: [7, 3] },
  content: { hue: 4, dash: [2, 3] },
  timeline: { hue: 3, dash: [9, 3, 2, 3] },
  pacing: { hue: 6, dash: [5, 2, 1, 2] },
  coordination: { hue: 5, dash: [9, 5] },
};

export const familyHue = (family: EvidenceFamily): number => FAMILY[family].hue;

/** Very many lines are drawn without dashes, which are slow. */
export const MOST_DASHED = 1000;

/** Hue and dash of the lines of a family in a picture of so many. */
export function lineLook(family: EvidenceFamily, edges: number): { hue: number; dash: readonly number[] } {
  const { hue, dash } = FAMILY[family];
  return { hue, dash: edges > MOST_DASHED ? [] : dash };
}

/** Width in pixels of a line by its bits. */
export const lineWidth = (bits: number): number => Math.min(4.5, 0.6 + Math.sqrt(Math.max(0, bits)) / 2.4);
