import { describe, expect, it } from 'vitest';
import { groupsAlike } from '../../../electron/engine/coverage/groups-alike.ts';
import { Rng } from '../../../electron/engine/rng.ts';

const cohort = (...members: number[]) => ({ name: 'x', members, all: members });
const always = () => true;

describe('groupsAlike', () => {
  it('draws for each account another of its cohort, none twice', () => {
    const draw = groupsAlike([cohort(1, 2, 3, 4), cohort(5, 6, 7, 8)], [0, 0, 1], always, new Rng(1));
    for (let k = 0; k < 50; k++) {
      const group = draw?.() ?? [];
      expect(new Set(group).size).toBe(3);
      expect(group.slice(0, 2).every((id) => id <= 4)).toBe(true);
      expect(group[2]).toBeGreaterThan(4);
    }
  });

  it('takes all cohorts together where one is too small, and draws none where those are', () => {
    const small = groupsAlike([cohort(1), cohort(5, 6, 7)], [0, 0, 1], always, new Rng(1));
    for (let k = 0; k < 20; k++) expect(new Set(small?.()).size).toBe(3);
    expect(groupsAlike([cohort(1), cohort(5)], [0, 0, 1], always, new Rng(1))).toBeNull();
    expect(groupsAlike([cohort(1, 2, 3)], [0, 0], (id) => id === 1, new Rng(1))).toBeNull();
  });
});
