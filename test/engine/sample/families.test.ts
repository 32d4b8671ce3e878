import { beforeAll, describe, expect, it } from 'vitest';
import type { SampleRequest } from '../../../electron/engine/sample/sample-types.ts';
import type { FamilyId } from '../../../electron/engine/sample/truth.ts';
import { countBy, type Generated, generated } from './generated.ts';

const HOUR_US = 3_600_000_000;
const DAY_US = 24 * HOUR_US;
/** Dial 0: the mechanisms as they are, without cover; the honest families are those of the first. */
const CASTS = [
  ['M1', 'M2', 'M4'],
  ['M3', 'M5', 'M6'],
  ['M7', 'M8'],
  ['M9', 'M10'],
] as const;
const samples: Generated[] = [];

beforeAll(async () => {
  for (const families of CASTS) samples.push(await generated({ size: 'S', seed: 11, dial: 0, families }));
});

const sampleOf = (family: FamilyId): Generated =>
  samples.find(({ truth }) => truth.families.some(({ id }) => id === family))!;
const of = (family: FamilyId): SampleRequest[] => {
  const { requests, truth } = sampleOf(family);
  return requests.filter((request) => truth.accounts[request.account.accountId]!.family === family);
};
const operatorsOf = (family: FamilyId) =>
  sampleOf(family).truth.operators.filter((operator) => operator.family === family);
const byAccount = (family: FamilyId): Map<string, SampleRequest[]> => {
  const groups = new Map<string, SampleRequest[]>();
  for (const request of of(family)) {
    const { accountId } = request.account;
    groups.set(accountId, [...(groups.get(accountId) ?? []), request]);
  }
  return groups;
};
/** The prompts' beginnings, most frequent first: a fixed wording stands at the top. */
const openings = (requests: readonly SampleRequest[]) =>
  [...countBy(requests, (request) => request.prompt.slice(0, 12)).entries()].sort((a, b) => b[1] - a[1]);
const release = () => samples[0]!.context.find((row) => row.label.startsWith('meridian-5'))!.timeUs;
const singles = (requests: readonly SampleRequest[]) => {
  const counts = countBy(requests, (request) => request.prompt);
  return [...counts.values()].filter((count) => count === 1).length / requests.length;
};
const hourShare = (requests: readonly SampleRequest[]) => {
  const counts = countBy(requests, (request) => String(Math.floor(request.timeUs / HOUR_US) % 24));
  return Math.max(...counts.values()) / requests.length;
};

describe('families', () => {
  it('M1: one skeleton, no repeats, equal load', () => {
    const sweep = of('M1');
    expect(singles(sweep)).toBeGreaterThan(0.95);
    expect(openings(sweep)[0]![1] / sweep.length).toBeGreaterThan(0.95);
    const records = sampleOf('M1').accounts.filter((account) =>
      operatorsOf('M1')[0]!.accounts.includes(account.accountId),
    );
    const always = records.filter((account) => account.createdUs < sweep[0]!.timeUs);
    expect(always.length).toBeGreaterThan(1);
    const cell = (request: SampleRequest) => Math.floor(request.timeUs / (6 * HOUR_US));
    const counts = countBy(sweep, (request) => `${request.account.accountId} ${cell(request)}`);
    for (const at of new Set(sweep.map(cell))) {
      const loads = always.map((account) => counts.get(`${account.accountId} ${at}`) ?? 0);
      // Least recently used first: loads differ by one, and by the retries of failed requests.
      expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(4);
    }
  });

  it('M1: the work of a banned account goes on in a new one', async () => {
    const { truth, accounts, requests } = await generated({ size: 'M', seed: 1, families: ['M1'] });
    const records = accounts.filter((account) => truth.accounts[account.accountId]!.family === 'M1');
    const banned = records.filter((account) => account.status === 'banned');
    expect(banned.length).toBeGreaterThan(0);
    for (const { accountId, statusChangedUs } of banned) {
      expect(requests.some((request) => request.account.accountId === accountId)).toBe(true);
      const successor = records.find(
        ({ createdUs }) =>
          createdUs > statusChangedUs! - 3.1 * DAY_US && createdUs < statusChangedUs! + HOUR_US,
      );
      expect(successor).toBeDefined();
    }
  });

  it('M2: one demand in every request; the spare pool takes over when the first is banned', () => {
    const demand = of('M2');
    expect(openings(demand)[0]![1] / demand.length).toBeGreaterThan(0.95);
    const { truth } = sampleOf('M2');
    const isSpare = (request: SampleRequest) => truth.accounts[request.account.accountId]!.role === 'spare';
    const stops = demand.map((request) => request.account.statusChangedUs).filter((time) => time !== null);
    const switchUs = Math.max(...stops);
    const before = demand.filter((request) => request.timeUs < Math.min(...stops));
    const after = demand.filter((request) => request.timeUs > switchUs + 60_000_000);
    expect(before.filter(isSpare).length / before.length).toBeLessThan(0.12);
    expect(after.every(isSpare)).toBe(true);
    expect(after.length).toBeGreaterThan(50);
  });

  it('M3: several answers of one item are graded, and some reasoning is written out', () => {
    const graded = of('M3').filter((request) => request.role === 'grade');
    const written = of('M3').filter((request) => request.role === 'harvest');
    const sessions = countBy(graded, (request) => request.sessionId);
    expect(graded.length / sessions.size).toBeGreaterThan(2.5);
    expect(graded.every((request) => request.prompt.includes('\n"'))).toBe(true);
    expect(written.length / (graded.length + written.length)).toBeGreaterThan(0.12);
  });

  it('M4: tool traces that move to the new model within a day', () => {
    const harvest = of('M4');
    expect(new Set(harvest.map((request) => request.workload.toolsHash)).size).toBe(1);
    const newShare = (from: number, until: number) => {
      const rows = harvest.filter((request) => request.timeUs >= from && request.timeUs < until);
      return rows.filter((request) => request.model === 'meridian-5').length / rows.length;
    };
    expect(newShare(0, release())).toBe(0);
    expect(newShare(release(), release() + DAY_US)).toBeGreaterThan(0.4);
    expect(newShare(release() + 3 * DAY_US, Number.POSITIVE_INFINITY)).toBeGreaterThan(0.85);
  });

  it('M5: varied conversations, few of which end in the operator’s demand', () => {
    const relayed = of('M5');
    const [first] = [...countBy(relayed, (request) => request.prompt).values()].sort((a, b) => b - a);
    expect(first! / relayed.length).toBeGreaterThan(0.03);
    expect(first! / relayed.length).toBeLessThan(0.12);
    expect(openings(relayed).length).toBeGreaterThan(150);
    expect(operatorsOf('M5')[0]).toMatchObject({ is_extraction: true, access_violation: true });
  });

  it('M6: each item is cleaned, graded and tested in one session', () => {
    const sessions = countBy(of('M6'), (request) => request.sessionId);
    const threes = [...sessions.values()].filter((count) => count >= 3).length;
    expect(threes / sessions.size).toBeGreaterThan(0.8);
    expect(openings(of('M6')).length).toBeLessThan(20);
  });

  it('M7: few requests an account and day, over the whole window', () => {
    const slow = of('M7');
    const days = countBy(
      slow,
      (request) => `${request.account.accountId} ${Math.floor(request.timeUs / DAY_US)}`,
    );
    expect([...days.values()].sort((a, b) => a - b)[Math.floor(days.size / 2)]).toBeLessThan(20);
    expect((slow.at(-1)!.timeUs - slow[0]!.timeUs) / DAY_US).toBeGreaterThan(11);
  });

  it('M8: accounts of three kinds share the templates', () => {
    const plans = new Set(of('M8').map((request) => request.account.plan === 'enterprise'));
    expect(plans.size).toBe(2);
    const opening = openings(of('M8'))[0]![0];
    const users = new Set(
      of('M8')
        .filter((request) => request.prompt.startsWith(opening))
        .map((request) => request.account.accountId),
    );
    expect(users.size).toBe(operatorsOf('M8')[0]!.accounts.length);
  });

  it('M9: two operators behind the same exits, with templates of their own', () => {
    const [one, other] = operatorsOf('M9');
    const rows = (ids: readonly string[]) =>
      of('M9').filter(({ account }) => ids.includes(account.accountId));
    const addresses = (ids: readonly string[]) => new Set(rows(ids).map(({ net }) => net.ip));
    expect(one!.accounts.filter((id) => other!.accounts.includes(id))).toEqual([]);
    expect([...addresses(one!.accounts)].some((ip) => addresses(other!.accounts).has(ip))).toBe(true);
    expect(openings(rows(one!.accounts))[0]![0]).not.toBe(openings(rows(other!.accounts))[0]![0]);
  });

  it('M10: many wordings that are refused, then one that is not', () => {
    const probes = of('M10').filter((request) => request.role === 'probe');
    const scaled = of('M10').filter((request) => request.role === 'harvest');
    const refused = (rows: readonly SampleRequest[]) =>
      rows.filter((request) => request.stopReason === 'refusal').length / rows.length;
    expect(refused(probes)).toBeGreaterThan(0.35);
    expect(refused(scaled)).toBeLessThan(0.05);
    expect(Math.max(...probes.map(({ timeUs }) => timeUs))).toBeLessThan(scaled[0]!.timeUs + DAY_US);
    expect(openings(probes).length).toBeGreaterThan(3 * openings(scaled).length);
  });

  it('N1: one organisation and network, office hours, repeated work', () => {
    const seats = of('N1');
    expect(new Set(seats.map((request) => request.account.organizationId)).size).toBe(2);
    const egress = [...countBy(seats, (request) => request.net.ip).values()].sort((a, b) => b - a);
    expect((egress[0]! + egress[1]!) / seats.length).toBeGreaterThan(0.7);
    const weekend = seats.filter((request) => Math.floor(request.timeUs / DAY_US + 3) % 7 > 4).length;
    expect(weekend / seats.length).toBeLessThan(0.25);
    expect(singles(seats)).toBeLessThan(0.7);
  });

  it('N2: the same items again and again, the new model at once', () => {
    const runs = of('N2');
    expect(new Set(runs.map((request) => request.prompt)).size / runs.length).toBeLessThan(0.25);
    const day = runs.filter(
      (request) => request.timeUs > release() + DAY_US && request.timeUs < release() + 3 * DAY_US,
    );
    expect(day.some((request) => request.model === 'meridian-5')).toBe(true);
  });

  it('N4: unique documents in a burst of a few days', () => {
    for (const [, rows] of byAccount('N4')) {
      expect(singles(rows)).toBeGreaterThan(0.9);
      expect((rows.at(-1)!.timeUs - rows[0]!.timeUs) / DAY_US).toBeLessThan(10);
    }
  });

  it('N5: looks like a sweep and has the contract', () => {
    expect(singles(of('N5'))).toBeGreaterThan(0.95);
    // Where the contract is on record it says so; some records are missing.
    const known = new Set(of('N5').map((request) => request.account.trainingAllowed));
    expect(known.has(true)).toBe(true);
    expect(known.has(false)).toBe(false);
    expect(of('M1').some((request) => request.account.trainingAllowed)).toBe(false);
  });

  it('N6: resale with a mixture of regions', () => {
    expect(of('N6').some((request) => request.account.reseller === false)).toBe(false);
    expect(hourShare(of('N6'))).toBeLessThan(0.08);
  });

  it('N8: a bot on many machines, people on few', () => {
    for (const [id, rows] of byAccount('N8')) {
      const addresses = new Set(rows.map((request) => request.net.ip)).size;
      if (sampleOf('N8').truth.accounts[id]!.role === 'service')
        expect(addresses).toBeGreaterThan(rows.length * 0.9);
      else expect(addresses).toBeLessThanOrEqual(3);
    }
  });

  it('N9: signed up in an hour, the same exercises for all', () => {
    const records = sampleOf('N9').accounts.filter(
      (account) => sampleOf('N9').truth.accounts[account.accountId]!.family === 'N9',
    );
    const times = records.map((account) => account.createdUs);
    expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(HOUR_US);
    const exercises = of('N9').filter((request) => request.prompt.startsWith('Exercise'));
    expect(new Set(exercises.map((request) => request.prompt)).size).toBeLessThanOrEqual(12);
    expect(new Set(exercises.map((request) => request.account.accountId)).size).toBeGreaterThan(20);
  });

  it('N10: the default device id of common software, shared with campaigns’ software too', () => {
    const devices = countBy(of('N10'), (request) => request.caller.deviceId);
    const [device] = [...devices.keys()].filter((id) => id !== '');
    expect(devices.size).toBe(2);
    expect(of('N13').some((request) => request.caller.deviceId === device)).toBe(true);
    expect(of('N13').some((request) => request.caller.deviceId !== device)).toBe(true);
  });

  it('N3: one rubric over texts that change by the week', () => {
    const graded = byAccount('N3');
    for (const operator of operatorsOf('N3')) {
      const rows = operator.accounts.flatMap((id) => graded.get(id) ?? []);
      expect(openings(rows)[0]![1] / rows.length).toBeGreaterThan(0.9);
      expect(singles(rows)).toBeLessThan(0.9);
    }
  });

  it('N7: one preamble, people behind it', () => {
    const [operator] = operatorsOf('N7');
    const rows = operator!.accounts.flatMap((id) => byAccount('N7').get(id) ?? []);
    expect(openings(rows)).toHaveLength(1);
    expect(new Set(rows.map((request) => request.prompt)).size / rows.length).toBeGreaterThan(0.5);
    expect(new Set(rows.map((request) => request.profile.systemHash)).size).toBe(1);
  });

  it('N14: reasons for each record, in few areas', () => {
    for (const operator of operatorsOf('N14')) {
      const rows = operator.accounts.flatMap((id) => byAccount('N14').get(id) ?? []);
      expect(new Set(rows.map((request) => request.topic)).size).toBeLessThanOrEqual(4);
      const endings = [...countBy(rows, (request) => request.prompt.slice(-20)).values()];
      expect(Math.max(...endings) / rows.length).toBeGreaterThan(0.95);
    }
  });

  it('N15: a small fixed set, asked of every model', () => {
    const rows = of('N15');
    const counts = [...countBy(rows, (request) => request.prompt).values()].sort((a, b) => b - a);
    expect(counts[0]! / rows.length).toBeGreaterThan(0.002);
    expect(new Set(rows.map((request) => request.model)).size).toBe(4);
  });
});

describe('dials', () => {
  it('hide more with each step', async () => {
    const decoys: number[] = [];
    for (const dial of [0, 1, 3] as const) {
      const { requests, truth } = await generated({ size: 'S', seed: 11, dial });
      const campaign = requests.filter(
        (request) => truth.accounts[request.account.accountId]!.benign_family === null,
      );
      decoys.push(campaign.filter((request) => request.role === 'decoy').length / campaign.length);
    }
    expect(decoys[0]).toBe(0);
    expect(decoys[1]).toBeGreaterThan(0.2);
    expect(decoys[1]).toBeLessThan(0.45);
    expect(decoys[2]).toBeGreaterThan(0.8);
  });
});
