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
  let count = 0;
  for (let k = 0; k < scanner.count && count < MOST_ALIGNED; k++) if (scanner.kind[k] !== BREAK) count++;
  const list = {
    text: scanner.text,
    kind: new Uint8Array(count),
    hash: new Uint32Array(count),
    exact: new Uint32Array(count),
    start: new Int32Array(count),
    end: new Int32Array(count),
  };
  for (let k = 0, at = 0; at < count; k++) {
    if (scanner.kind[k] === BREAK) continue;
    list.kind[at] = scanner.kind[k];
    list.hash[at] = scanner.hash[k];
    list.exact[at] = scanner.exact[k];
    list.start[at] = scanner.start[k];
    list.end[at] = scanner.end[k];
    at++;
  }
  return list;
}

/** The tokens of one text; a scanner is made when none is lent. */
export function tokensOf(text: string, scanner: Scanner = new Scanner()): TokenList {
  scanner.scan(text);
  return listTokens(scanner);
}
