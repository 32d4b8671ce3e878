import { describe, expect, it } from 'vitest';
import { chooseTopics } from '../../../../electron/engine/analysis/topics/choose-topics.ts';
import { findTopics, TopicFinder } from '../../../../electron/engine/analysis/topics/topic-finder.ts';
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

describe('chooseTopics', () => {
  const computed = { labels: ['a'], topic: [1, 0] };
  const data = (codes: number[]) => ({
    rows: 4,
    prompt: Uint32Array.from([1, 2, 0, 1]),
    topic: { codes: Uint32Array.from(codes), values: ['x', 'y'] },
  });

  it('takes given topics as they are when most requests have one', () => {
    const chosen = chooseTopics(data([1, 2, 0, 1]), computed);
    expect(chosen).toMatchObject({ given: true, labels: ['x', 'y'] });
    expect([...chosen.topic]).toEqual([1, 2, 0, 1]);
  });

  it('takes computed ones otherwise, by the prompt of each request', () => {
    const chosen = chooseTopics(data([0, 0, 1, 0]), computed);
    expect(chosen.given).toBe(false);
    expect([...chosen.topic]).toEqual([1, 0, 0, 1]);
  });
});
