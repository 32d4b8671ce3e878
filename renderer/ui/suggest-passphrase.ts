import { BITS_A_WORD, PASSPHRASE_WORDS } from './passphrase-words.ts';

const WORDS = 6;

/** Bits of every passphrase made here, whoever knows how it was made. */
export const SUGGESTED_BITS = WORDS * BITS_A_WORD;

/** Words drawn at random by the browser's generator of keys, each as likely as any other. */
export function suggestPassphrase(
  fill: (numbers: Uint16Array<ArrayBuffer>) => void = (numbers) => void crypto.getRandomValues(numbers),
): string {
  const numbers = new Uint16Array(WORDS);
  fill(numbers);
  // The list is a power of two long, so the remainder favours none.
  return Array.from(numbers, (number) => PASSPHRASE_WORDS[number % PASSPHRASE_WORDS.length]).join(' ');
}
