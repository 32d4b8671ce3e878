import { describe, expect, it } from 'vitest';
import { formatCustodyLine, parseCustodyLine } from '../../../../electron/engine/bundle/custody-line.ts';
import { CHAIN_START, ChainWalk, hashEntry } from '../../../../electron/engine/custody/chain.ts';
import { custodyOf } from './made-up.ts';

const records = custodyOf([{ action: 'one' }, { action: 'zwei ß \u2028' }, { action: 'three' }]);

function firstFault(list: typeof records): string | undefined {
  const walk = new ChainWalk();
  return list.map((record) => walk.next(record)).find((fault) => fault !== undefined);
}

describe('custody chain', () => {
  it('starts at 64 zeros, hashes UTF-8, and holds from end to end', () => {
    expect(JSON.parse(records[0].entry).prev).toBe(CHAIN_START);
    expect(hashEntry('é')).toBe('4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c');
    expect(firstFault(records)).toBeUndefined();
  });

  it('finds a changed, moved, missing, inserted, re-hashed or re-spelt entry', () => {
    const [a, b, c] = records;
    const changed = { ...b, entry: b.entry.replace('zwei', 'drei') };
    expect(firstFault([a, changed, c])).toBe('entry 2 does not match its hash');
    expect(firstFault([a, c, b])).toBe('entry 2 says it is number 3');
    expect(firstFault([a, c])).toBe('entry 2 says it is number 3');
    expect(firstFault([a, a, b])).toBe('entry 2 says it is number 1');
    expect(firstFault([a, { ...changed, hash: hashEntry(changed.entry) }, c])).toBe(
      'entry 3 does not name the hash of the entry before',
    );
    const spaced = b.entry.replace(':', ': ');
    expect(firstFault([a, { ...b, entry: spaced, hash: hashEntry(spaced) }])).toBe(
      'entry 2 is not canonical JSON of an object',
    );
    expect(firstFault([{ seq: 1, entry: '[]', hash: hashEntry('[]') }])).toBe(
      'entry 1 is not canonical JSON of an object',
    );
    expect(firstFault([b])).toBe('entry 1 says it is number 2');
  });

  it('writes a line that reads back, and refuses lines it would not have written', () => {
    for (const record of records)
      expect(parseCustodyLine(formatCustodyLine(record).slice(0, -1))).toEqual(record);
    const line = formatCustodyLine(records[0]).trimEnd();
    expect(parseCustodyLine(`${line} `)).toBeUndefined();
    expect(parseCustodyLine(line.replace('"seq":1', '"seq":1.0'))).toBeUndefined();
    expect(parseCustodyLine('null')).toBeUndefined();
    expect(parseCustodyLine('{')).toBeUndefined();
  });
});
