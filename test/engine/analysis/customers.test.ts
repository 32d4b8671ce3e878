import { describe, expect, it } from 'vitest';
import { customers, organizations } from '../../../electron/engine/analysis/customers.ts';

const groups = (...community: number[]) => ({
  community: Uint32Array.from(community),
  communities: Math.max(...community) + 1,
});

describe('organizations', () => {
  it('gives silent accounts the organisation that their group plainly is', () => {
    const declared = Uint32Array.of(7, 7, 7, 0, 0, 0, 0);
    expect([...organizations(declared, groups(0, 0, 0, 0, 0, 0, 1))]).toEqual([7, 7, 7, 7, 7, 7, 0]);
  });

  it('leaves them alone where too few declare it, or several are declared', () => {
    expect([...organizations(Uint32Array.of(7, 7, 0), groups(0, 0, 0))]).toEqual([7, 7, 0]);
    expect([...organizations(Uint32Array.of(7, 7, 7, 8, 0), groups(0, 0, 0, 0, 0))]).toEqual([7, 7, 7, 8, 0]);
    const mostSilent = Uint32Array.of(7, 7, 7, 0, 0, 0, 0, 0);
    expect([...organizations(mostSilent, groups(0, 0, 0, 0, 0, 0, 0, 0))]).toEqual([...mostSilent]);
  });
});

describe('customers', () => {
  it('are firms first, then organisations, else each account by itself', () => {
    const firms = { of: Uint32Array.of(0, 1, 1, 0, 0), domains: ['orchard.example'] };
    const numbers = customers(
      Uint32Array.of(5, 5, 0, 5, 0),
      firms,
      Array(5).fill(true),
      groups(0, 0, 0, 0, 0),
    );
    expect([...numbers]).toEqual([0, 1, 1, 0, 4]);
  });

  it('are what identifiers tie together where accounts have no record', () => {
    const firms = { of: new Uint32Array(4), domains: [] };
    const numbers = customers(new Uint32Array(4), firms, [false, true, false, false], groups(0, 0, 0, 1));
    expect([...numbers]).toEqual([0, 1, 0, 3]);
  });
});
