import type { TemplateSlot } from '../../../shared/contract/analysis.ts';
import type { PromptTexts } from './prompt-texts.ts';
import type { TextPart } from './template-parts.ts';
import type { Pattern } from './templates/pattern.ts';
import { Scanner } from './templates/scanner.ts';
import { SlotCounter } from './templates/slots.ts';
import { tokensOf } from './templates/token-list.ts';

/** Texts that the slots of a template are measured on. */
export const SLOT_TEXTS = 200;

/**
 * What fills the slots of a skeleton, told from the first texts of it in order of their hashes. null for a slot that
 * no text could be aligned to, and for those cut off the end of a long skeleton.
 * @param parts the skeleton's wording; `slots` how many it has.
 * @param places of texts in `texts`, at most SLOT_TEXTS of which are read.
 */
export function measureSlots(
  parts: readonly TextPart[],
  slots: number,
  texts: Pick<PromptTexts, 'text'>,
  places: readonly number[],
): (TemplateSlot | null)[] {
  const scanner = new Scanner();
  const counter = new SlotCounter(patternOf(parts, scanner));
  for (const place of places.slice(0, SLOT_TEXTS)) counter.add(tokensOf(texts.text(place), scanner));
  const measured = counter.finish();
  return Array.from({ length: slots }, (_, s) => {
    const slot = measured[s];
    if (!slot || slot.occurrences === 0) return null;
    return { type: slot.type, texts: slot.occurrences, distinct: slot.distinct };
  });
}

/** The pattern that a skeleton was written from, as far as slots are read by it. */
function patternOf(parts: readonly TextPart[], scanner: Scanner): Pattern {
  const fixed: number[] = [];
  const slots: number[] = [];
  for (const part of parts) {
    if ('slot' in part) slots.push(fixed.length);
    else fixed.push(...tokensOf(part.text, scanner).hash);
  }
  return { fixed: Uint32Array.from(fixed), slots, content: [], stems: [], text: '', id: '' };
}
