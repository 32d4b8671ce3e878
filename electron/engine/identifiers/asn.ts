import { comparisonForm } from './comparison-form.ts';

const LARGEST = 4_294_967_295;

/**
 * The number of an autonomous system as `AS13335`, from `13335`, `AS13335`, `asn 13335` or `AS13335 Name of it`.
 * undefined for 0 and for anything else.
 */
export function asn(text: string): string | undefined {
  const found = /^(?:asn?[\s:]*(\d{1,10})(?:[\s,;(].*)?|(\d{1,10})(?:\.0+)?)$/s.exec(comparisonForm(text));
  const number = Number(found?.[1] ?? found?.[2] ?? 0);
  return number > 0 && number <= LARGEST ? `AS${number}` : undefined;
}
