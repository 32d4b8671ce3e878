import type { Problem } from '../../../../shared/contract/bundles.ts';
import { ChainWalk } from '../../custody/chain.ts';
import { parseCustodyLine } from '../custody-line.ts';

export const CUSTODY_FILE = 'data/provenance/custody.ndjson';

/** Longest line taken as one entry, in characters. */
const MAX_LINE = 16 * 1024 * 1024;

/** The first thing wrong with the custody chain of a bundle, against what bag-info.txt says of its end. */
export async function checkCustody(
  chunks: AsyncIterable<Uint8Array>,
  info: ReadonlyMap<string, string>,
): Promise<readonly Problem[]> {
  const walk = new ChainWalk();
  const problem = (text: string): readonly Problem[] => [{ file: CUSTODY_FILE, problem: text }];
  try {
    for await (const line of lines(chunks)) {
      const record = parseCustodyLine(line);
      if (!record) return problem(`has a line ${walk.entries + 1} that is no custody entry`);
      const fault = walk.next(record);
      if (fault) return problem(`does not hold: ${fault}`);
    }
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) {
      return problem(`is no text of custody entries after entry ${walk.entries}`);
    }
    throw error;
  }
  if (info.get('Custody-Entries') !== String(walk.entries) || info.get('Custody-Head') !== walk.head) {
    return problem(`ends at entry ${walk.entries}, which is not the end that bag-info.txt states`);
  }
  return [];
}

/** Lines without their LF; every line must have one. RangeError for one too long or unended, TypeError for bad UTF-8. */
async function* lines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest = '';
  for await (const chunk of chunks) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = parts.pop() ?? '';
    if (rest.length > MAX_LINE) throw new RangeError('Line too long');
    yield* parts;
  }
  rest += decoder.decode();
  if (rest !== '') throw new RangeError('Last line not ended');
}
