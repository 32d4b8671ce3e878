import { expect, test } from 'vitest';
import { describeTemplates, keptTemplates } from '../../../electron/engine/analysis/describe-templates.ts';
import type { PromptDigests } from '../../../electron/engine/analysis/digest-prompts.ts';
import type { Template } from '../../../electron/engine/analysis/digest-texts.ts';
import { strangersTemplates } from '../../../electron/engine/analysis/strangers-templates.ts';
import { regularTemplates } from '../../../electron/engine/analysis/template-use.ts';
import { type TinyRequest, tiny } from './signals/tiny.ts';

const RATE = 'Rate {1} of the list from {2} now';
const NO_TEXTS = { count: 0, some: () => ({ text: () => '' }) };

/** Requests of one account that follow a template, one a second from `startUs`, each about one of `items`. */
function requests(account: string, template: string, startUs: number, items: string): TinyRequest[] {
  return Array.from(items, (item, k) => ({ account, template, item, timeUs: startUs + k * 1_000_000 }));
}

/** Requests without a prompt. */
function others(account: string, count: number): TinyRequest[] {
  return Array.from({ length: count }, (_, k) => ({ account, timeUs: 1e12 + k }));
}

function describe(
  rows: readonly TinyRequest[],
  {
    templates = {},
    customers = (a: number) => a,
    texts = NO_TEXTS,
  }: {
    templates?: Readonly<Record<string, Partial<Template>>>;
    customers?: (a: number) => number;
    texts?: { count: number; some: () => { text: (place: number) => string } };
  } = {},
) {
  const { data, digests } = tiny(rows, { templates });
  return described(
    { data, texts },
    digests,
    Uint32Array.from(data.accounts, (_, a) => customers(a)),
  );
}

function described(
  of: Parameters<typeof keptTemplates>[0],
  digests: PromptDigests,
  customers: Uint32Array,
): ReturnType<typeof describeTemplates> {
  const regular = regularTemplates(of.data, digests);
  const strangers = strangersTemplates(regular, of.data.account, digests.templates.length, customers);
  const used = { regular, customers };
  return describeTemplates(of, digests, keptTemplates(of, digests, used, strangers), used, strangers);
}

test('a template is told with its use: fillings, who asked them first, and how they grew', () => {
  const [{ row, text, accounts }, ...rest] = describe(
    [
      // In order of time: a asks 1 2 1 3, b asks 2 4 in between, c asks 5 once, d repeats 1 without a time.
      ...requests('a', RATE, 0, '1213'),
      ...requests('b', RATE, 1_500_000, '24'),
      ...requests('c', RATE, 9_000_000, '5'),
      ...others('c', 99),
      { account: 'd', template: RATE, item: '1' },
      { account: 'd', template: RATE, item: '1' },
    ],
    { templates: { [RATE]: { id: 'rate', slots: 2 } }, customers: (a) => Math.min(a, 2) },
  );
  expect(rest).toEqual([]);
  expect(text).toBe(RATE);
  expect(row).toEqual({
    id: 'rate',
    from: 'skeleton',
    verbatim: false,
    name: null,
    shape: [{ characters: 4 }, { slot: 1 }, { characters: 16 }, { slot: 2 }, { characters: 3 }],
    slots: [null, null],
    requests: 9,
    accounts: 4,
    regulars: 3,
    customers: 3,
    firstUs: 0,
    lastUs: 9_000_000,
    fillings: 5,
    fresh: 5 / 9,
    // Order of requests: 1 2 2 1 4 3 5 1 1; an eighth is taken in full from 9/8 of a request on.
    growth: [2, 2, 2, 3, 4, 5, 5, 5],
    crowd: 0,
  });
  expect(accounts).toEqual([
    { account: 'a', requests: 4, firstUs: 0, askedFirst: 3, regular: true },
    { account: 'b', requests: 2, firstUs: 1_500_000, askedFirst: 1, regular: true },
    { account: 'c', requests: 1, firstUs: 9_000_000, askedFirst: 1, regular: false },
    { account: 'd', requests: 2, firstUs: null, askedFirst: 0, regular: true },
  ]);
});

test('templates that nobody uses regularly are left out', () => {
  expect(describe([...requests('a', 'once {1}', 0, '1'), ...requests('b', 'once {1}', 5, '2')])).toEqual([]);
});

test('what a crowd of strangers uses comes first, then what is used most, then by id', () => {
  const crowd = Array.from({ length: 6 }, (_, a) => requests(`a${a}`, 'crowd {1}', a, '12')).flat();
  const rows = [
    ...crowd,
    ...requests('solo', 'large {1}', 0, 'abcdefghijklmnop'),
    ...requests('z', 'later {1}', 0, '123'),
    ...requests('y', 'early {1}', 0, '123'),
    ...Array.from({ length: 6 * 256 }, (_, a) => others(`q${a}`, 1)).flat(),
  ];
  const found = describe(rows);
  expect(found.map(({ text }) => text)).toEqual(['crowd {1}', 'large {1}', 'early {1}', 'later {1}']);
  // log(6 / 3) / log(12 / 3), in full because fewer than one account in 256 uses it.
  expect(found[0].row.crowd).toBeCloseTo(0.5, 12);
  expect(found[1].row.crowd).toBe(0);
});

test('of accounts that use a template now and then the foremost 200 are kept, regular ones all', () => {
  const casual = Array.from({ length: 250 }, (_, k) => {
    const account = `c${String(k).padStart(3, '0')}`;
    return [...requests(account, RATE, k, '1'), ...others(account, 60)];
  }).flat();
  const regular = Array.from({ length: 220 }, (_, k) => requests(`r${k}`, RATE, 1e9 + k, '11')).flat();
  const [{ row, accounts }] = describe([...casual, ...regular]);
  expect(row).toMatchObject({ accounts: 470, regulars: 220, requests: 250 + 440, fillings: 1 });
  expect(accounts).toHaveLength(420);
  expect(accounts[0]).toMatchObject({ account: 'c000', askedFirst: 1 });
  expect(accounts.filter((one) => !one.regular).at(-1)?.account).toBe('c199');
});

test('a frame has gaps without numbers, a hash a name and no wording, a verbatim text no slots', () => {
  const found = describe(
    [
      ...requests('a', 'you sort … at hand / say … why', 0, '1234'),
      ...requests('b', 'System prompt with hash f00', 0, '123'),
      ...Array.from({ length: 2 }, (_, k) => ({
        account: 'b',
        template: 'System prompt with hash f00',
        timeUs: k,
      })),
      ...requests('c', 'say hello', 0, '11'),
    ],
    {
      templates: {
        'you sort … at hand / say … why': { id: 'frame 1' },
        'System prompt with hash f00': { id: 'f00'.repeat(40), fixedWords: 0 },
        'say hello': { verbatim: true, slots: 0 },
      },
    },
  );
  expect(found.map(({ row }) => [row.from, row.name, row.fillings, row.fresh, row.slots.length])).toEqual([
    ['hash', 'System prompt with hash f00', 4, 4 / 5, 1],
    ['frame', null, 4, 1, 1],
    ['skeleton', null, 1, 0.5, 0],
  ]);
  expect(found[0].row.id).toMatch(/^[0-9a-f]{40}$/);
  expect(found.map(({ row }) => row.shape)).toEqual([
    [],
    [{ characters: 8 }, { slot: 0 }, { characters: 13 }, { slot: 0 }, { characters: 3 }],
    [{ characters: 9 }],
  ]);
  expect(found[2].row).toMatchObject({ verbatim: true, growth: [1, 1, 1, 1, 1, 1, 1, 1] });
});

test('two templates of one id are told apart', () => {
  const templates = { 'one {1}': { id: 'same' }, 'two {1}': { id: 'same' } };
  const found = describe([...requests('a', 'one {1}', 0, '123'), ...requests('b', 'two {1}', 0, '12')], {
    templates,
  });
  expect(found.map(({ row }) => row.id)).toEqual(['same', 'same (2)']);
});

test('requests without a known prompt fill nothing', () => {
  const rows = Array.from({ length: 4 }, (_, k) => ({ account: 'a', timeUs: k, systemHash: 's' }));
  const { data, digests } = tiny(rows);
  const hashed = {
    ...digests,
    template: Uint32Array.of(1, 1, 1, 1),
    templates: [{ id: 's', text: 'System prompt', requests: 4, fixedWords: 0, verbatim: false, slots: 1 }],
  };
  const [{ row }] = described({ data, texts: NO_TEXTS }, hashed, Uint32Array.of(0));
  expect(row).toMatchObject({ fillings: 0, fresh: null, growth: [0, 0, 0, 0, 0, 0, 0, 0], requests: 4 });
});
