import { comparisonForm } from './comparison-form.ts';

/** What programs write where they have no value. Taken for identifiers, they would link all who lack one. */
const NO_VALUE = new Set([
  'null',
  '(null)',
  '<null>',
  'nil',
  'none',
  'undefined',
  'nan',
  'n/a',
  'na',
  'unknown',
  'empty',
  'true',
  'false',
]);

/**
 * Comparison form of an id that means nothing in itself: payment fingerprint, phone hash, header fingerprint,
 * end-user id, API key, organisation. undefined for texts that stand for no value, zeros alone among them.
 */
export function opaqueId(text: string): string | undefined {
  const form = comparisonForm(text);
  return NO_VALUE.has(form) || !/[\p{L}\p{N}]/u.test(form.replaceAll('0', '')) ? undefined : form;
}
