import { beforeAll, describe, expect, it } from 'vitest';
import { SIZES } from '../../../electron/engine/sample/generate.ts';
import { MECHANISMS } from '../../../electron/engine/sample/truth.ts';
import { auroc, countBy, type Generated, generated } from './generated.ts';

const DAY_US = 86_400_000_000;
let one: Generated;
let other: Generated;

beforeAll(async () => {
  one = await generated({ size: 'S', seed: 1 });
  other = await generated({ size: 'S', seed: 2 });
});

const volumes = ({ truth, requests }: Generated): { campaign: number[]; benign: number[] } => {
  const counts = countBy(requests, (request) => request.account.accountId);
  const of = (campaign: boolean) =>
    Object.entries(truth.accounts)
      .filter(([, account]) => (account.benign_family === null) === campaign)
      .map(([id]) => counts.get(id) ?? 0);
  return { campaign: of(true), benign: of(false) };
};

describe('generateSample', () => {
  it('is the same for a seed and another for another', async () => {
    const again = await generated({ size: 'S', seed: 1 });
    expect(again.hash).toBe(one.hash);
    expect(again.truth).toEqual(one.truth);
    expect(again.accounts).toEqual(one.accounts);
    expect(other.hash).not.toBe(one.hash);
  });

  it('has the size it is named for', () => {
    for (const { accounts, requests } of [one, other]) {
      expect(accounts).toHaveLength(SIZES.S.accounts);
      expect(Math.abs(requests.length / SIZES.S.requests - 1)).toBeLessThan(0.1);
      const spanDays = (requests.at(-1)!.timeUs - requests[0]!.timeUs) / DAY_US;
      expect(spanDays).toBeGreaterThan(SIZES.S.days - 0.1);
      expect(spanDays).toBeLessThanOrEqual(SIZES.S.days);
    }
  });

  it('is in time order', () => {
    for (const { requests } of [one, other]) {
      const at = requests.findIndex(
        (request, index) => index > 0 && request.timeUs < requests[index - 1]!.timeUs,
      );
      expect(at).toBe(-1);
    }
  });

  it('knows every account in the records and in the truth, exactly once', () => {
    for (const { accounts, requests, truth } of [one, other]) {
      const ids = accounts.map((account) => account.accountId);
      expect(new Set(ids).size).toBe(ids.length);
      expect(Object.keys(truth.accounts).sort()).toEqual([...ids].sort());
      const known = new Set(ids);
      expect(requests.filter((request) => !known.has(request.account.accountId))).toEqual([]);
    }
  });

  it('has no request outside an account’s life', () => {
    for (const { account, timeUs } of one.requests) {
      expect(timeUs).toBeGreaterThanOrEqual(account.createdUs);
      // A retry follows a failed request by seconds.
      if (account.status !== 'active') expect(timeUs).toBeLessThan(account.statusChangedUs! + 10_000_000);
    }
  });

  it('keeps campaigns rare and most benign accounts in a named family', () => {
    for (const { truth } of [one, other]) {
      const families = Object.values(truth.accounts);
      const campaign = families.filter((account) => account.benign_family === null).length;
      expect(campaign / families.length).toBeGreaterThanOrEqual(0.005);
      expect(campaign / families.length).toBeLessThanOrEqual(0.05);
      const benign = families.filter((account) => account.benign_family !== null);
      const named = benign.filter((account) => account.family !== 'N0');
      expect(named.length / benign.length).toBeGreaterThanOrEqual(0.6);
    }
  });

  it('does not give campaigns away by volume, in either direction', () => {
    for (const sample of [one, other]) {
      const { campaign, benign } = volumes(sample);
      const area = auroc(campaign, benign);
      expect(Math.max(area, 1 - area)).toBeLessThanOrEqual(0.65);
      expect(Math.max(...benign)).toBeGreaterThan(3 * Math.max(...campaign));
    }
  });

  it('does not give campaigns away by shared addresses', () => {
    for (const { truth, requests } of [one, other]) {
      const users = new Map<string, Set<string>>();
      for (const { net, account } of requests) {
        const set = users.get(net.ip) ?? new Set();
        users.set(net.ip, set.add(account.accountId));
      }
      const mixed = (id: string) => truth.accounts[id]!.benign_family !== null;
      const shared = [...users.values()].filter((set) => set.size > 1);
      const withCampaign = shared.filter((set) => [...set].some((id) => !mixed(id)));
      const alsoBenign = withCampaign.filter((set) => [...set].some(mixed));
      expect(shared.length).toBeGreaterThan(2 * withCampaign.length);
      expect(alsoBenign.length / withCampaign.length).toBeGreaterThan(0.5);
    }
  });

  it('drops or leaves out what customers declare, for honest customers and campaigns alike', () => {
    for (const { accounts, truth } of [one, other]) {
      for (const campaign of [true, false]) {
        const own = accounts.filter(
          ({ accountId }) => (truth.accounts[accountId]!.benign_family === null) === campaign,
        );
        const missing = own.filter(({ trainingAllowed }) => trainingAllowed === null).length;
        // 42 %, within what chance does to a dozen accounts.
        expect(missing / own.length).toBeGreaterThan(campaign ? 0.05 : 0.35);
        expect(missing / own.length).toBeLessThan(campaign ? 0.85 : 0.5);
        expect(own.filter(({ organizationId }) => organizationId === '').length / own.length).toBeGreaterThan(
          0.3,
        );
      }
    }
  });

  it('states consistent operators', () => {
    for (const { truth } of [one, other]) {
      expect(new Set(truth.operators.map((operator) => operator.id)).size).toBe(truth.operators.length);
      for (const operator of truth.operators) {
        expect(operator.accounts.length, operator.id).toBeGreaterThan(0);
        for (const id of operator.accounts) {
          expect(truth.accounts[id]).toMatchObject({ operator: operator.id, family: operator.family });
        }
        for (const mechanism of operator.planted_mechanisms) expect(MECHANISMS).toContain(mechanism);
        expect(new Set(operator.planted_mechanisms).size).toBe(operator.planted_mechanisms.length);
        const malicious = truth.families.find((family) => family.id === operator.family)!.malicious;
        expect(operator.is_extraction && operator.access_violation).toBe(malicious);
        expect(operator.campaign === null).toBe(!malicious);
      }
      const answers = (family: string) => {
        const found = truth.operators.find((operator) => operator.family === family)!;
        return [found.together, found.is_extraction, found.access_violation];
      };
      expect(answers('N5')).toEqual([true, true, false]);
      expect(answers('N13')).toEqual([true, false, true]);
      expect(answers('N9')).toEqual([false, false, false]);
    }
  });

  it('counts the requests of each family', () => {
    const counts = countBy(one.requests, (request) => one.truth.accounts[request.account.accountId]!.family);
    for (const family of one.truth.families) expect(family.requests, family.id).toBe(counts.get(family.id));
  });

  it('has the mess of life in small amounts', () => {
    const share = (test: (status: number, stop: string) => boolean) =>
      one.requests.filter((request) => test(request.status, request.stopReason)).length / one.requests.length;
    for (const status of [400, 429, 500, 529]) {
      const found = share((value) => value === status);
      expect(found, String(status)).toBeGreaterThan(0.0003);
      expect(found, String(status)).toBeLessThan(0.02);
    }
    const refusals = share((_, stop) => stop === 'refusal');
    expect(refusals).toBeGreaterThan(0.002);
    expect(refusals).toBeLessThan(0.03);
    for (const { status, outputTokens, stopReason } of one.requests) {
      if (status !== 200) expect([outputTokens, stopReason]).toEqual([0, '']);
    }
    expect(one.accounts.some((account) => account.status === 'banned')).toBe(true);
    expect(one.context.filter((row) => row.kind === 'model_release').length).toBeGreaterThan(1);
  });

  it('writes short prompts only', () => {
    for (const { prompt } of one.requests) {
      expect(prompt.length).toBeGreaterThan(0);
      expect(prompt.length).toBeLessThan(400);
      expect(prompt).not.toMatch(/\{[a-z]+\}|undefined(?! behaviour)/);
    }
  });
});
