import { BREAK, Scanner } from './scanner.ts';

/** Tokens of a text beyond this are not aligned; slots there are read as part of the last one. */
const MOST_ALIGNED = 400;

/** A text as tokens without breaks, kept apart from the scanner that made it. */
export interface TokenList {
  readonly text: string;
  readonly kind: Uint8Array;
  readonly hash: Uint32Array;
  readonly exact: Uint32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
}

/** The first MOST_ALIGNED tokens of the scanner's last text. */
export function listTokens(scanner: Scanner): TokenList {
  const at: number[] = [];
  for (let k = 0; k < scanner.count && at.length < MOST_ALIGNED; k++)
    if (scanner.kind[k] !== BREAK) at.push(k);
  return {
    text: scanner.text,
    kind: Uint8Array.from(at, (k) => scanner.kind[k]),
    hash: Uint32Array.from(at, (k) => scanner.hash[k]),
    exact: Uint32Array.from(at, (k) => scanner.exact[k]),
    start: Int32Array.from(at, (k) => scanner.start[k]),
    end: Int32Array.from(at, (k) => scanner.end[k]),
  };
}

/** The tokens of one text; a scanner is made when none is lent. */
export function tokensOf(text: string, scanner: Scanner = new Scanner()): TokenList {
  scanner.scan(text);
  return listTokens(scanner);
}
