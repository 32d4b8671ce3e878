import { describe, expect, it } from 'vitest';
import { findPattern } from '../../../../electron/engine/analysis/templates/pattern.ts';
import { readSlots } from '../../../../electron/engine/analysis/templates/slots.ts';
import { mineTemplates } from '../../../../electron/engine/analysis/templates/template-miner.ts';
import { tokensOf } from '../../../../electron/engine/analysis/templates/token-list.ts';
import { canonical, Prose } from './prose.ts';

const OPENINGS = [
  'How do I',
  'What is the best way to',
  'Can you help me with',
  'Explain',
  'Write a function for',
];

/** Prompts as unrelated people write them: they begin alike and go on as they like. */
function freePrompts(count: number, seed = 11): string[] {
  const prose = new Prose(seed);
  return Array.from({ length: count }, () => `${prose.pick(OPENINGS)} ${prose.words(prose.int(4, 40))}`);
}

function fill(template: string, count: number, least: number, most: number, seed = 5): string[] {
  const prose = new Prose(seed);
  return Array.from({ length: count }, () => template.replace('{}', prose.words(prose.int(least, most))));
}

/** Skeleton of the texts that are of a template, as shares, most first. */
function sharesOf(
  texts: readonly string[],
  skeleton: Uint32Array,
  isMember: (text: string) => boolean,
): number[] {
  const counts = new Map<number, number>();
  let all = 0;
  texts.forEach((text, i) => {
    if (!isMember(text)) return;
    all++;
    counts.set(skeleton[i], (counts.get(skeleton[i]) ?? 0) + 1);
  });
  return [...counts].sort((one, other) => other[1] - one[1]).map(([s, n]) => (s === 0 ? 0 : n / all));
}

describe('mineTemplates', () => {
  const free = freePrompts(3_000);
  it.each([
    [
      'at the start',
      '{} Based on that passage, prepare five quiz questions and mark every correct option clearly.',
    ],
    [
      'in the middle',
      'As a patient chemistry tutor derive {} from conservation laws, then check all dimensions twice.',
    ],
    ['at the end', 'Summarize the following passage for a busy executive and keep every number you find: {}'],
  ])('finds one skeleton for a slot %s, of 1 to 60 words', (_, template) => {
    const own = new Set(fill(template, 120, 1, 60));
    const texts = canonical([...free, ...own]);
    const { skeleton, skeletons } = mineTemplates(texts);
    const [most] = sharesOf(texts, skeleton, (text) => own.has(text));
    expect(most).toBeGreaterThan(0.97);
    const fixed = template
      .split('{}')
      .map((part) => part.trim().replace(/[.:]$/, ''))
      .filter(Boolean);
    for (const part of fixed) expect(skeletons[0].text).toContain(part);
    expect(skeletons[0].slots).toHaveLength(1);
    expect(skeletons[0].slots[0].type).toBe('text');
    expect(skeletons[0].slots[0].growth).toBeGreaterThan(0.95);
  });

  it('leaves free prompts alone though they begin alike', () => {
    const { skeleton } = mineTemplates(canonical(free));
    expect(skeleton.filter((s) => s > 0).length / skeleton.length).toBeLessThan(0.01);
  });

  it('leaves prompts alone that are put together from common sentences', () => {
    const prose = new Prose(21);
    const sentences = Array.from({ length: 40 }, () => `${prose.words(prose.int(4, 9))}.`);
    const texts = canonical(
      Array.from({ length: 3_000 }, () => Array.from({ length: 4 }, () => prose.pick(sentences)).join(' ')),
    );
    const { skeleton } = mineTemplates(texts);
    expect(skeleton.filter((s) => s > 0).length / skeleton.length).toBeLessThan(0.05);
  });

  it('sees a choice as a slot, and numbers by their kind', () => {
    const prose = new Prose(8);
    const own = Array.from(
      { length: 200 },
      (_, i) =>
        `Set ${prose.pick(['easy', 'medium', 'hard'])} homework about ${prose.words(3)}, add a complete worked solution and grading hints, item ${i}.`,
    );
    const texts = canonical([...free, ...own]);
    const { skeletons } = mineTemplates(texts);
    expect(skeletons[0].texts).toBe(200);
    expect(skeletons[0].text).toBe(
      'Set {1} homework about {2} add a complete worked solution and grading hints, item {3}',
    );
    expect(skeletons[0].slots.map((slot) => slot.type)).toEqual(['choice', 'phrase', 'number']);
    expect(skeletons[0].slots[0]).toMatchObject({ distinct: 3, occurrences: 200 });
    expect(skeletons[0].slots[0].values.map(({ value }) => value).sort()).toEqual(['easy', 'hard', 'medium']);
  });

  it('keeps a template together when a third of its words are replaced at random', () => {
    const words =
      'experienced examiner thermodynamics compose challenging numerical exercise suitable engineering students provide complete worked solution intermediate results finally list typical errors students commit'.split(
        ' ',
      );
    const prose = new Prose(31);
    const own = new Set(
      Array.from({ length: 200 }, () =>
        [...words.map((word) => (prose.next() < 0.3 ? prose.words(1) : word)), prose.words(4)].join(' '),
      ),
    );
    const texts = canonical([...free, ...own]);
    const [most] = sharesOf(texts, mineTemplates(texts).skeleton, (text) => own.has(text));
    expect(most).toBeGreaterThan(0.9);
  });

  it('joins a rewording with other order and other function words', () => {
    const one =
      'Invent a riddle whose hidden solution is {}. Make sure that a clever child of ten years can solve the riddle.';
    const other =
      'A clever child aged ten must solve this riddle: invent it so the hidden solution will be {} now.';
    const own = new Set([...fill(one, 80, 2, 4, 1), ...fill(other, 60, 2, 4, 2)]);
    const texts = canonical([...free, ...own]);
    const { skeleton, skeletons } = mineTemplates(texts);
    expect(sharesOf(texts, skeleton, (text) => own.has(text))[0]).toBeGreaterThan(0.97);
    expect(skeletons[0].rewordings).toHaveLength(1);
    expect(skeletons[0].texts).toBe(own.size);
  });

  it('keeps different templates apart', () => {
    const a = new Set(
      fill(
        'Rate the reply on helpfulness, honesty and depth with integers up to ten. Reply: {}',
        60,
        5,
        30,
        3,
      ),
    );
    const b = new Set(
      fill('Translate the contract below into plain Portuguese, preserve clause numbers: {}', 60, 5, 30, 4),
    );
    const texts = canonical([...free, ...a, ...b]);
    const { skeleton } = mineTemplates(texts);
    const of = (own: Set<string>) =>
      new Set(texts.flatMap((text, i) => (own.has(text) ? [skeleton[i]] : [])));
    expect(of(a).size).toBe(1);
    expect(of(b).size).toBe(1);
    expect([...of(a)][0]).not.toBe([...of(b)][0]);
  });

  it('tells authors apart by which common sentences they combine', () => {
    const prose = new Prose(51);
    const bank = (count: number): string[] => Array.from({ length: count }, () => prose.words(4));
    const [roles, tasks, forms] = [bank(6), bank(6), bank(6)];
    const write = (author: number): string => {
      const [role, task, form] = [author % 6, (author * 5 + 1) % 6, (author + (author >= 6 ? 3 : 0)) % 6];
      return `${roles[role]}. ${tasks[task]} ${prose.words(3)}. ${forms[form]}.`;
    };
    const own = new Map<string, number>();
    for (let author = 0; author < 12; author++) {
      for (let i = 0; i < 60; i++) own.set(write(author), author);
    }
    const texts = canonical([...free, ...own.keys()]);
    const { skeleton } = mineTemplates(texts);
    const authors = new Map<number, number[]>();
    texts.forEach((text, i) => {
      const author = own.get(text);
      if (author === undefined) return;
      const counts = authors.get(skeleton[i]) ?? new Array<number>(12).fill(0);
      counts[author]++;
      authors.set(skeleton[i], counts);
    });
    let pure = 0;
    for (const [s, counts] of authors) if (s > 0) pure += Math.max(...counts);
    expect(pure / own.size).toBeGreaterThan(0.9);
    expect(authors.size).toBeLessThan(16);
  });

  it('finds templates in scripts without spaces', () => {
    const prose = new Prose(41);
    const glyphs =
      '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经';
    const own = new Set(
      Array.from({ length: 80 }, () => {
        const slot = Array.from({ length: prose.int(5, 60) }, () => prose.pick([...glyphs])).join('');
        return `请把下面这段话翻译成正式的商务英语，保留所有数字和专有名词：${slot}`;
      }),
    );
    const texts = canonical([...free, ...own]);
    const { skeleton, skeletons } = mineTemplates(texts);
    expect(sharesOf(texts, skeleton, (text) => own.has(text))[0]).toBeGreaterThan(0.97);
    expect(skeletons[0].text).toContain('翻译成正式的商务英语');
  });

  it('gives the same bytes for the same texts, and the same id in another case', () => {
    const template = 'Describe {} as narrated by a lighthouse keeper during one cold winter storm.';
    const texts = canonical([...free, ...fill(template, 60, 1, 9, 6)]);
    expect(JSON.stringify(mineTemplates(texts))).toBe(JSON.stringify(mineTemplates(texts)));
    const elsewhere = canonical([...freePrompts(500, 77), ...fill(template, 40, 1, 9, 91)]);
    expect(mineTemplates(elsewhere).skeletons[0].id).toBe(mineTemplates(texts).skeletons[0].id);
  });

  it('takes a long text that is sent again and again as a template without slots', () => {
    const long = 'Name the three largest lakes of the continent with their depth.';
    const texts = canonical([...freePrompts(50), long, 'Continue.']);
    const { skeletons, skeleton } = mineTemplates(texts, (i) =>
      texts[i] === long || texts[i] === 'Continue.' ? 9 : 1,
    );
    expect(skeletons).toHaveLength(1);
    expect(skeletons[0]).toMatchObject({ verbatim: true, requests: 9, texts: 1, text: long });
    expect(skeleton[texts.indexOf(long)]).toBe(1);
    expect(skeleton[texts.indexOf('Continue.')]).toBe(0);
  });

  it('gives equal items for equal slot contents, other items for others', () => {
    const template =
      'Explain the historical background of {} to visitors of a regional museum, with dates and sources.';
    const own = fill(template, 60, 4, 6, 13);
    const again = own[0].replace('Explain', 'EXPLAIN').replace(', with', ' with');
    const texts = canonical([...free, ...own, again]);
    const { item } = mineTemplates(texts);
    expect(item[texts.indexOf(again)]).toBe(item[texts.indexOf(own[0])]);
    expect(new Set(own.map((text) => item[texts.indexOf(text)])).size).toBe(own.length);
  });

  it('finds nothing in nothing', () => {
    expect(mineTemplates([])).toMatchObject({ skeletons: [] });
    expect([...mineTemplates(['', '  ']).skeleton]).toEqual([0, 0]);
  });
});

describe('readSlots', () => {
  it('reads the slots of one text, undefined where the words around them are missing', () => {
    const texts = fill('Plan a school trip to {} with a budget of twenty euros for each pupil.', 24, 1, 5);
    const pattern = findPattern(texts.map((text) => tokensOf(text)));
    const read = (text: string) => readSlots(pattern, tokensOf(text));
    expect(read('Plan a school trip to Old Harbour with a budget of twenty euros for each pupil.')).toEqual([
      'Old Harbour',
    ]);
    expect(read('Plan a journey towards Old Harbour')).toEqual([undefined]);
  });
});
