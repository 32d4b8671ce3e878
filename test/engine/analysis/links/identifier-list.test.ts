import { describe, expect, it } from 'vitest';
import { listOfRecords, listOfRequests } from '../../../../electron/engine/analysis/links/identifier-list.ts';

describe('listOfRequests', () => {
  it('holds each account of a value once, with its rows', () => {
    const list = listOfRequests(
      'ip',
      Uint32Array.of(2, 1, 2, 0, 2, 1, 1),
      3,
      Uint32Array.of(0, 0, 0, 1, 1, 2, 2),
    );
    expect([...list.from]).toEqual([0, 2, 4, 4]);
    expect([...list.accounts]).toEqual([0, 2, 0, 1]);
    expect([...list.rows]).toEqual([1, 2, 2, 1]);
  });
});

describe('listOfRecords', () => {
  it('has no requests behind it', () => {
    const list = listOfRecords('phone', Uint32Array.of(1, 0, 1), 1);
    expect([...list.accounts]).toEqual([0, 2]);
    expect([...list.rows]).toEqual([0, 0]);
  });
});
