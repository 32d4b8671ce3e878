import { CHIP_FIELDS, type ChipField } from '../../../shared/contract/filters.ts';

/** What was typed into the field for a new condition. */
export interface TypedChip {
  /** null while none is named. */
  readonly field: ChipField | null;
  /** What is typed of the value, or of the field's name while none is named. */
  readonly part: string;
  readonly negate: boolean;
}

const NEGATED = /^\s*(?:not\s+|[-!])/i;

/**
 * Reads `model:kestrel`, `not status:429`, `-tag:heavy`; the field may be cut short as long as it is clear
 * (`org:Acme`). A text without a known field before a colon names none.
 */
export function readTypedChip(typed: string): TypedChip {
  const negate = NEGATED.test(typed);
  const rest = typed.replace(NEGATED, '').trimStart();
  const colon = rest.indexOf(':');
  const field = colon < 0 ? null : fieldOf(rest.slice(0, colon));
  return field === null
    ? { field, part: rest.trim(), negate }
    : { field, part: rest.slice(colon + 1).trim(), negate };
}

function fieldOf(name: string): ChipField | null {
  const wanted = name.trim().toLowerCase();
  if (wanted === '') return null;
  const whole = CHIP_FIELDS.find((field) => field === wanted);
  const begun = CHIP_FIELDS.filter((field) => field.startsWith(wanted));
  return whole ?? (begun.length === 1 ? begun[0] : null);
}

/** Fields whose name or explanation holds what was typed. */
export function fieldsLike(part: string, about: (field: ChipField) => string): readonly ChipField[] {
  const wanted = part.toLowerCase();
  return CHIP_FIELDS.filter((field) => `${field} ${about(field)}`.toLowerCase().includes(wanted));
}
