import { comparisonForm } from './comparison-form.ts';

/** Longest BIN; what follows it in a masked or whole card number says whose card it is and is left out. */
const LONGEST = 8;

/**
 * The issuer digits of a card: 6 to 8 of them, from a BIN or from the head of a masked or whole card number.
 * undefined for anything else.
 */
export function cardBin(text: string): string | undefined {
  const form = comparisonForm(text).replace(/[\s-]/g, '').replace(/\.0+$/, '');
  const [, head, rest] = /^(\d*)(.*)$/s.exec(form) as RegExpExecArray;
  if (/^0*$/.test(head)) return undefined;
  if (rest === '') {
    if (head.length >= 6 && head.length <= LONGEST) return head;
    return head.length >= 12 && head.length <= 19 ? head.slice(0, LONGEST) : undefined;
  }
  return head.length >= 6 && /^[*x•.]+\d{0,4}$/.test(rest) ? head.slice(0, LONGEST) : undefined;
}
