import { describe, expect, it } from 'vitest';
import { rowTopics } from '../../../../electron/engine/analysis/topics/row-topics.ts';
import {
  findTopics as findTopicsOf,
  TopicFinder,
} from '../../../../electron/engine/analysis/topics/topic-finder.ts';
import { canonical, Prose } from '../templates/prose.ts';

const SUBJECTS = {
  cooking: 'oven flour butter recipe dough simmer onion garlic saucepan yeast roast sauce'.split(' '),
  law: 'contract clause liability tenant lease court damages notice breach lawyer statute appeal'.split(' '),
  stars: 'telescope planet orbit galaxy comet eclipse nebula meteor asteroid lunar solar supernova'.split(
    ' ',
  ),
};

/** Texts on a subject: four of its words among others. */
function subjectTexts(count: number): { text: string; subject: string }[] {
  const prose = new Prose(17);
  const subjects = Object.entries(SUBJECTS);
  return Array.from({ length: count }, () => {
    const [subject, words] = prose.pick(subjects);
    const own = Array.from({ length: 5 }, () => prose.pick(words));
    return { text: [...own, prose.words(3)].join(' '), subject };
  });
}

const listed = (texts: readonly string[]) => ({ count: texts.length, text: (place: number) => texts[place] });
const findTopics = (texts: readonly string[]) => findTopicsOf(listed(texts));

describe('findTopics', () => {
  const made = subjectTexts(900);
  const subjectOf = new Map(made.map(({ text, subject }) => [text, subject]));
  const texts = canonical(made.map(({ text }) => text));
  const { topics, topic } = findTopics(texts);

  it('puts texts of different subjects into different topics', () => {
    const holders = new Map<number, Map<string, number>>();
    texts.forEach((text, i) => {
      const own = holders.get(topic[i]) ?? new Map<string, number>();
      const subject = subjectOf.get(text) ?? '';
      own.set(subject, (own.get(subject) ?? 0) + 1);
      holders.set(topic[i], own);
    });
    let pure = 0;
    for (const own of holders.values()) pure += Math.max(...own.values());
    expect(pure / texts.length).toBeGreaterThan(0.95);
  });

  it('labels topics with words of their subject', () => {
    const words = new Set(Object.values(SUBJECTS).flat());
    const labelWords = topics.filter(({ learned }) => learned > 20).flatMap(({ label }) => label.split(', '));
    expect(labelWords.filter((word) => words.has(word)).length / labelWords.length).toBeGreaterThan(0.9);
  });

  it('gives the same result again and numbers topics by size', () => {
    const again = findTopics(texts);
    expect(again.topics).toEqual(topics);
    expect([...again.topic]).toEqual([...topic]);
    const sizes = topics.map(({ learned }) => learned);
    expect(sizes).toEqual([...sizes].sort((one, other) => other - one));
  });

  it('leaves out texts whose words do not tell', () => {
    const finder = new TopicFinder();
    for (const text of texts) finder.learn(text);
    finder.train();
    expect(finder.topicOf('')).toBe(0);
    expect(finder.topicOf('xyzzy plugh')).toBe(0);
    expect(finder.topicOf('galaxy orbit telescope')).toBeGreaterThan(0);
  });

  it('works on scripts without spaces and on next to nothing', () => {
    const cooking = '烤箱 面粉 黄油 食谱 面团 洋葱 大蒜'.split(' ');
    const law = '合同 条款 责任 租客 法院 赔偿 通知'.split(' ');
    const prose = new Prose(2);
    const mixed = canonical(
      Array.from({ length: 240 }, (_, i) => {
        const words = i % 2 ? cooking : law;
        return Array.from({ length: 4 }, () => prose.pick(words)).join('，') + prose.int(1, 999);
      }),
    );
    const found = findTopics(mixed);
    let pure = 0;
    for (let t = 0; t <= found.topics.length; t++) {
      const own = mixed.filter((_, i) => found.topic[i] === t);
      const cooks = own.filter((text) => cooking.some((word) => text.includes(word))).length;
      pure += t === 0 ? 0 : Math.max(cooks, own.length - cooks);
    }
    expect(pure / mixed.length).toBeGreaterThan(0.95);
    expect(findTopics([]).topics).toEqual([]);
    expect([...findTopics(['one text']).topic]).toHaveLength(1);
  });
});

describe('rowTopics', () => {
  const made = canonical(subjectTexts(300).map(({ text }) => text));
  const data = (topics: number[], prompts = [1, 2, 0, 1]) => ({
    rows: 4,
    prompt: Uint32Array.from(prompts),
    topic: { codes: Uint32Array.from(topics), values: ['x', 'y'] },
  });

  it('takes given topics as they are when most requests have one, and reads no text for it', () => {
    const texts = {
      count: 2,
      text(): string {
        throw new Error('read');
      },
    };
    const found = rowTopics(data([1, 2, 0, 0]), texts);
    expect(found).toMatchObject({ source: 'given', labels: ['x', 'y'] });
    expect([...found.topic]).toEqual([1, 2, 0, 0]);
  });

  it('computes them otherwise, of the prompt of each request that has a text', () => {
    const stages: unknown[] = [];
    const { topics, topic } = findTopics(made);
    // Prompt 301 is known by its hash alone.
    const found = rowTopics(data([1, 0, 0, 0], [7, 301, 0, 8]), listed(made), (done) => stages.push(done));
    expect(found.source).toBe('computed');
    expect([...found.topic]).toEqual([topic[6], 0, 0, topic[7]]);
    expect(topic[6] + topic[7]).toBeGreaterThan(0);
    expect(found.labels).toEqual(topics.map(({ label }) => label));
    expect(stages[0]).toEqual({ stage: 'topics', done: 0, total: 300, unit: 'texts' });
  });

  it('has none without topics and texts, or with texts that do not tell', () => {
    expect(rowTopics(data([0, 0, 0, 0]), listed([])).source).toBe('none');
    expect(rowTopics(data([1, 0, 0, 0]), listed(['same', 'other']))).toMatchObject({
      source: 'none',
      labels: [],
    });
  });
});
