import { describe, expect, it } from 'vitest';
import type { IdentifierList } from '../../../../electron/engine/analysis/links/identifier-list.ts';
import type { IdentifierKind } from '../../../../electron/engine/analysis/links/kinds.ts';
import {
  DEFAULT_LINK_BITS,
  defaultPriorBits,
  type LinkInput,
  type Links,
  linkAccounts,
} from '../../../../electron/engine/analysis/links/link-accounts.ts';
import { waterfallOf } from '../../../../electron/engine/analysis/links/waterfall.ts';
import { Rng } from '../../../../electron/engine/rng.ts';
import { listBy, listOf } from './worlds.ts';

const SEED = 1;
const pairsOf = (links: Links) => [...links.a].map((a, l) => `${a}-${links.b[l]}`);
const linkOf = (links: Links, a: number, b: number) =>
  [...links.a.keys()].findIndex((l) => links.a[l] === a && links.b[l] === b);

/** A value a kind for each account that is its own, but for the overrides. */
function own(
  kind: IdentifierKind,
  accounts: number,
  shared: Readonly<Record<number, string>> = {},
): IdentifierList {
  return listBy(kind, accounts, (a) => shared[a] ?? `own ${a}`);
}

describe('weights', () => {
  it('are prior plus log2(m / u) by hand', () => {
    const lists = [
      own('payment_fingerprint', 100, { 0: 'card', 1: 'card' }),
      own('ip', 100, { 0: 'ip', 1: 'ip', 2: 'ip', 3: 'ip' }),
    ];
    const links = linkAccounts({ accounts: 100, lists }, { seed: SEED });
    expect(pairsOf(links)).toEqual(['0-1']);
    // The card joins 0 and 1 to one entity for the address: 99 entities, two others of which carry it.
    const card = Math.log2(0.6 / 1e-7);
    const address = Math.log2(0.4 / (2 / 99));
    expect(links.bits[0]).toBeCloseTo(-10 + card + address, 9);
    const fall = waterfallOf(links, lists, 0);
    expect(fall.bars.map(({ family }) => family)).toEqual(['payment', 'network']);
    expect(fall.bars[1].items[0]).toEqual({
      kind: 'ip',
      value: 0,
      bits: expect.closeTo(address, 9),
      credit: 1,
      accountsWithValue: 4,
      entitiesWithValue: 3,
      entities: 99,
      rows: 2,
    });
    expect(fall.priorBits + fall.bars.reduce((sum, { bits }) => sum + bits, 0)).toBeCloseTo(fall.bits, 9);
  });

  it('give one bar a family: the strongest, 0.3 of a second, nothing for what follows from it', () => {
    const lists = [
      listOf('ip', [['x', 'y'], ['x', 'y'], ...Array.from({ length: 98 }, (_, a) => [`${a}`])]),
      own('network', 100, { 0: 'net', 1: 'net' }),
      own('payment_fingerprint', 100, { 0: 'card', 1: 'card' }),
      own('card_bin', 100, { 0: 'bin', 1: 'bin' }),
    ];
    const links = linkAccounts({ accounts: 100, lists }, { seed: SEED });
    const [payment, network] = waterfallOf(links, lists, 0).bars;
    const address = Math.log2(0.4 / 1e-4);
    expect(network.bits).toBeCloseTo(1.3 * address, 9);
    expect(network.items.map(({ kind, credit }) => [kind, credit])).toEqual([
      ['ip', 1],
      ['ip', 0.3],
      ['network', 0],
    ]);
    expect(payment.bits).toBeCloseTo(Math.log2(0.6 / 1e-7), 9);
    expect(payment.items.map(({ credit }) => credit)).toEqual([1, 0]);
  });

  it('take off what it is easier for some of many values to agree: log2(2) for one of two', () => {
    const lists = [
      listOf('ip', [['x', 'y'], ['x', 'z'], ...Array.from({ length: 98 }, (_, a) => [`${a}`])]),
      own('payment_fingerprint', 100, { 0: 'card', 1: 'card' }),
    ];
    const links = linkAccounts({ accounts: 100, lists }, { seed: SEED });
    expect(waterfallOf(links, lists, 0).bars[1].bits).toBeCloseTo(Math.log2(0.4 / 1e-4) - 1, 9);
  });

  it('leave shared templates out between accounts of one organisation', () => {
    const lists = [
      own('payment_fingerprint', 200, { 0: 'card', 1: 'card', 2: 'other', 3: 'other' }),
      own('template', 200, { 0: 't', 1: 't', 2: 'u', 3: 'u' }),
    ];
    const organization = new Uint32Array(200);
    organization[0] = organization[1] = 7;
    const links = linkAccounts({ accounts: 200, organization, lists }, { seed: SEED });
    const families = (a: number, b: number) =>
      waterfallOf(links, lists, linkOf(links, a, b)).bars.map(({ family }) => family);
    expect(families(0, 1)).toEqual(['payment']);
    expect(families(2, 3)).toEqual(['payment', 'content']);
  });

  it('count only entities that have a value of the kind at all', () => {
    const lists = [
      own('payment_fingerprint', 1000, { 0: 'card', 1: 'card' }),
      listBy('ip', 1000, (a) => (a < 4 ? 'ip' : a < 50 ? `own ${a}` : undefined)),
    ];
    const links = linkAccounts({ accounts: 1000, lists }, { seed: SEED });
    const item = waterfallOf(links, lists, 0).bars[1].items[0];
    expect(item.entities).toBe(49);
    expect(item.bits).toBeCloseTo(Math.log2(0.4 / (2 / 49)), 9);
  });
});

describe('a campaign of 500 among 3,000', () => {
  const N = 3000;
  const CAMPAIGN = 500;
  const rng = new Rng(9);
  const inCampaign = (a: number) => a < CAMPAIGN;
  /** Popular values of strangers: shares like those of issuers and SDKs. */
  const popular = (name: string, kinds: number) => {
    const weights = Array.from({ length: kinds }, (_, k) => 1 / (k + 1));
    return Array.from({ length: N }, () => `${name} ${rng.weighted(weights)}`);
  };
  const bins = popular('bin', 300);
  const headers = popular('header', 40);
  const lists = [
    listBy('payment_fingerprint', N, (a) => (inCampaign(a) ? `card ${Math.floor(a / 5)}` : `own ${a}`)),
    listBy('card_bin', N, (a) => (inCampaign(a) ? 'campaign bin' : bins[a])),
    listBy('header_fingerprint', N, (a) => (inCampaign(a) ? 'campaign header' : headers[a])),
    listBy('template', N, (a) => (inCampaign(a) ? 'campaign template' : `own ${a}`)),
    own('ip', N),
  ];
  const links = linkAccounts({ accounts: N, lists }, { seed: SEED });

  it('does not make its own card issuer look common', () => {
    const { entitiesWith, entities } = links.rates[1];
    expect(entitiesWith[0]).toBe(1);
    expect(entities).toBeLessThanOrEqual(N - CAMPAIGN + 1);
    const across = [...links.a.keys()].find(
      (l) => Math.floor(links.a[l] / 5) !== Math.floor(links.b[l] / 5),
    ) as number;
    const payment = waterfallOf(links, lists, across).bars.find(({ family }) => family === 'payment');
    expect(payment?.bits).toBeCloseTo(Math.log2(0.6 / 2e-3), 9);
    expect(payment?.items[0].accountsWithValue).toBe(CAMPAIGN);
  });

  it('is linked as a whole, by a bounded number of pairs, and strangers are not', () => {
    const reached = new Set<number>([0]);
    for (let grown = true; grown; ) {
      grown = false;
      links.a.forEach((a, l) => {
        if (reached.has(a) === reached.has(links.b[l])) return;
        reached.add(a).add(links.b[l]);
        grown = true;
      });
    }
    expect(reached.size).toBe(CAMPAIGN);
    expect([...links.b].filter((b) => !inCampaign(b))).toEqual([]);
    expect(links.a.length).toBeLessThan(CAMPAIGN * 40);
  });

  it('gives the same for the same seed', () => {
    expect(linkAccounts({ accounts: N, lists }, { seed: SEED })).toEqual(links);
  });
});

describe('strangers', () => {
  it('with one default device, header and template of a framework are not linked', () => {
    const N = 2000;
    const framework = (a: number) => a < 150;
    const lists = [
      own('payment_fingerprint', N),
      own('ip', N),
      listBy('device', N, (a) => (framework(a) ? 'default' : `own ${a}`)),
      listBy('header_fingerprint', N, (a) => (framework(a) ? 'framework' : `header ${a % 20}`)),
      listBy('template', N, (a) => (framework(a) ? 'default agent' : `own ${a}`)),
    ];
    const links = linkAccounts({ accounts: N, lists }, { seed: SEED });
    expect(links.a.length).toBe(0);
    expect(links.software[2]?.[0]).toBe(1);
    expect(links.software[3]?.[0]).toBe(1);
    expect(links.software[4]).toBeUndefined();
  });

  it('with a shared device are linked only where cards show that they belong together', () => {
    const N = 2000;
    const lists = (cards: number) => [
      listBy('payment_fingerprint', N, (a) => (a < 40 ? `card ${a % cards}` : `own ${a}`)),
      listBy('device', N, (a) => (a < 40 ? 'device' : `own ${a}`)),
      listBy('template', N, (a) => (a < 40 ? 'template' : `own ${a}`)),
    ];
    const of = (cards: number) => linkAccounts({ accounts: N, lists: lists(cards) }, { seed: SEED });
    expect(of(40).a.length).toBe(0);
    expect(of(8).a.length).toBe((40 * 39) / 2);
  });

  it('behind one address, one issuer and one network are not linked', () => {
    const N = 3000;
    const lists = [
      own('payment_fingerprint', N),
      listBy('ip', N, (a) => (a < 300 ? `cgnat ${a % 5}` : `own ${a}`)),
      listBy('network', N, (a) => (a < 300 ? 'cgnat' : `own ${a}`)),
      listBy('asn', N, (a) => `asn ${a % 7}`),
      listBy('card_bin', N, (a) => `bin ${a % 90}`),
    ];
    expect(linkAccounts({ accounts: N, lists }, { seed: SEED }).a.length).toBe(0);
  });

  it('drawn at random are linked no more often than the bits of evidence asked for allow', () => {
    const N = 1500;
    let linked = 0;
    for (let world = 0; world < 4; world++) {
      const rng = new Rng(100 + world);
      const draw = (kind: IdentifierKind, values: number, most: number) => {
        const weights = Array.from({ length: values }, (_, k) => 1 / (k + 2));
        return listOf(
          kind,
          Array.from({ length: N }, () =>
            Array.from({ length: rng.int(1, most) }, () => `${rng.weighted(weights)}`),
          ),
        );
      };
      const lists = [
        own('payment_fingerprint', N),
        draw('card_bin', 200, 1),
        draw('header_fingerprint', 60, 2),
        draw('ip', 1200, 12),
        draw('network', 500, 8),
        draw('asn', 60, 4),
        draw('email_pattern', 80, 1),
        draw('registration_batch', 600, 1),
        draw('template', 900, 6),
        draw('parameters', 100, 3),
      ];
      linked += linkAccounts({ accounts: N, lists }, { seed: SEED }).a.length;
    }
    // A likelihood ratio of 2^13 or more befalls strangers at most once in 2^13, if the weights hold.
    const asked = DEFAULT_LINK_BITS - defaultPriorBits(N);
    expect(asked).toBe(13);
    expect(linked / ((4 * N * (N - 1)) / 2)).toBeLessThan(2 ** -asked);
  });
});

describe('size', () => {
  it('25,000 accounts with values shared by thousands are linked, most pairs never weighed', () => {
    const N = 25_000;
    const rng = new Rng(4);
    const lists: LinkInput['lists'] = [
      listBy('payment_fingerprint', N, (a) => `card ${a < 4000 ? Math.floor(a / 8) : a}`),
      listBy('header_fingerprint', N, (a) => (a < 4000 ? 'pool' : `header ${rng.int(0, 30)}`)),
      listBy('template', N, (a) => (a < 4000 ? 'pool' : `template ${rng.int(0, 3000)}`)),
      listOf(
        'ip',
        Array.from({ length: N }, () => Array.from({ length: 30 }, () => `ip ${rng.int(0, 40_000)}`)),
      ),
      listBy('email_pattern', N, (a) => (a < 4000 ? 'pool' : `pattern ${rng.int(0, 200)}`)),
    ];
    const links = linkAccounts({ accounts: N, lists }, { seed: SEED });
    const inside = [...links.b].filter((b) => b < 4000).length;
    expect(inside).toBeGreaterThan(4000 * 3);
    expect(links.a.length).toBeLessThan(N * 30);
    expect((links.a.length - inside) / links.a.length).toBeLessThan(0.02);
  });
});
