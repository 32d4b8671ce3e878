import type { Problem } from '../../../../shared/contract/bundles.ts';
import { ChainWalk, type StoredEntry } from '../../custody/chain.ts';
import { parseCustodyLine } from '../custody-line.ts';
import { WITHHELD } from '../published/leaving-entry.ts';
import { CUSTODY_PATH } from '../published/paths.ts';
import { textLines } from './text-lines.ts';

const REDACTED =
  'The custody log is redacted: that its entries follow one another was checked, not that each is what its hash was made from.';

export interface CustodyCheck {
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
}

/**
 * The first thing wrong with the custody chain of a bundle, against what bag-info.txt says of its end. Where the bundle
 * is redacted an entry is not what its hash was made from, so that each names the hash before it is all that is checked.
 */
export async function checkCustody(
  chunks: AsyncIterable<Uint8Array>,
  info: ReadonlyMap<string, string>,
  redacted: boolean,
): Promise<CustodyCheck> {
  const walk = new ChainWalk();
  let withheld = 0;
  const problem = (text: string): CustodyCheck => ({
    problems: [{ file: CUSTODY_PATH, problem: text }],
    notes: [],
  });
  try {
    for await (const line of textLines(chunks)) {
      const record = parseCustodyLine(line);
      if (!record) return problem(`has a line ${walk.entries + 1} that is no custody entry`);
      const inPart = toldInPart(record);
      if (inPart) withheld += 1;
      const fault = redacted || inPart ? nextLink(walk, record) : walk.next(record);
      if (fault) return problem(`does not hold: ${fault}`);
    }
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError || error instanceof SyntaxError) {
      return problem(`is no text of custody entries after entry ${walk.entries}`);
    }
    throw error;
  }
  if (info.get('Custody-Entries') !== String(walk.entries) || info.get('Custody-Head') !== walk.head) {
    return problem(`ends at entry ${walk.entries}, which is not the end that bag-info.txt states`);
  }
  if (redacted) return { problems: [], notes: [REDACTED] };
  const note = `${withheld.toLocaleString('en')} of ${walk.entries.toLocaleString('en')} entries of the custody log are told in part: that they follow one another was checked, not that each is what its hash was made from.`;
  return { problems: [], notes: withheld > 0 ? [note] : [] };
}

/** Whether something of an entry was left out because it is about what did not go along. */
function toldInPart({ entry }: StoredEntry): boolean {
  if (!entry.includes(`"${WITHHELD}":`)) return false;
  const value: unknown = JSON.parse(entry);
  return typeof value === 'object' && value !== null && WITHHELD in value;
}

/** What ChainWalk demands but for the hash of the text. */
function nextLink(walk: ChainWalk, { seq, entry, hash }: StoredEntry): string | undefined {
  const prev = walk.head;
  walk.entries += 1;
  walk.head = hash;
  if (seq !== walk.entries) return `entry ${walk.entries} says it is number ${seq}`;
  if (!/^[0-9a-f]{64}$/.test(hash)) return `entry ${seq} has no hash`;
  const value: unknown = JSON.parse(entry);
  const named = typeof value === 'object' && value !== null && 'prev' in value ? value.prev : undefined;
  return named === prev ? undefined : `entry ${seq} does not name the hash of the entry before`;
}
