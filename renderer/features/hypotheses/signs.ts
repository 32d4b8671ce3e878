import { CONSISTENCIES, type Consistency, type MatrixCell } from '../../../shared/contract/hypotheses.ts';

/** How each rating is drawn and said. */
export const SIGNS: Readonly<Record<Consistency, { readonly sign: string; readonly words: string }>> = {
  '--': { sign: '−−', words: 'very inconsistent' },
  '-': { sign: '−', words: 'inconsistent' },
  '0': { sign: '0', words: 'neither for nor against' },
  '+': { sign: '+', words: 'consistent' },
  '++': { sign: '++', words: 'very consistent' },
  'n/a': { sign: 'n/a', words: 'does not apply' },
};

const SIGN_KEYS: readonly Consistency[] = ['-', '0', '+'];

/** The rating that a key gives: 1 to 6 in their order, or the sign itself; null for any other key. */
export function ratingOf(key: string): Consistency | null {
  if (/^[1-6]$/.test(key)) return CONSISTENCIES[Number(key) - 1];
  return SIGN_KEYS.find((sign) => sign === key) ?? null;
}

/** What a cell shows: a proposal stands in brackets and asks, so that it never passes for a confirmed one. */
export function cellSign({ consistency, proposed }: MatrixCell): string {
  if (consistency !== null) return SIGNS[consistency].sign;
  return proposed === null ? '·' : `(${SIGNS[proposed].sign}) ?`;
}

/** How a cell stands, in words; without who confirmed it. */
export function cellWords({ consistency, proposed }: MatrixCell): string {
  if (consistency !== null) return `confirmed as ${SIGNS[consistency].words}`;
  return proposed === null
    ? 'not confirmed, nothing proposed'
    : `not confirmed, proposed as ${SIGNS[proposed].words}`;
}
