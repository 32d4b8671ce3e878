import { describe, expect, it } from 'vitest';
import { Rng } from '../../../electron/engine/rng.ts';
import { Deck, render, type Template } from '../../../electron/engine/sample/deck.ts';
import { PROMPT_LIMIT } from '../../../electron/engine/sample/prompts.ts';
import { TOPICS, topicsOf } from '../../../electron/engine/sample/topics.ts';

describe('Deck', () => {
  it('deals without repeating', () => {
    const deck = new Deck(new Rng(1), topicsOf('exact'));
    const seen = new Set<string>();
    for (let at = 0; at < 30_000; at++) {
      const { topic, subject, setting, level, form, number } = deck.next();
      seen.add([topic.id, subject, setting, level, form, number].join('|'));
    }
    expect(seen.size).toBe(30_000);
  });

  it('takes every slot from all its values', () => {
    const deck = new Deck(new Rng(2), topicsOf('data'));
    const items = Array.from({ length: 2_000 }, () => deck.next());
    expect(new Set(items.map((item) => item.topic.id)).size).toBe(topicsOf('data').length);
    expect(new Set(items.map((item) => item.subject)).size).toBe(topicsOf('data').length * 8);
    expect(new Set(items.map((item) => item.number)).size).toBe(60);
  });
});

describe('render', () => {
  const template: Template = [['About {subject}.', 'On {subject}.'], ['In {setting}, {number} times.']];

  it('keeps the first wording without paraphrase and fills all slots', () => {
    const deck = new Deck(new Rng(1), TOPICS);
    const rng = new Rng(1);
    const texts = Array.from({ length: 200 }, () => render(rng, template, deck.next()).text);
    for (const text of texts) expect(text).toMatch(/^About [^{}]+\. In [^{}]+, \d+ times\.$/);
  });

  it('rewords about as often as told', () => {
    const deck = new Deck(new Rng(1), TOPICS);
    const rng = new Rng(1);
    const texts = Array.from({ length: 1_000 }, () => render(rng, template, deck.next(), 0.5).text);
    const reworded = texts.filter((text) => text.startsWith('On ')).length;
    expect(reworded).toBeGreaterThan(200);
    expect(reworded).toBeLessThan(300);
  });

  it('cuts long prompts', () => {
    const long: Template = [[`{subject} ${'x'.repeat(500)}`]];
    expect(render(new Rng(1), long, new Deck(new Rng(1), TOPICS).next()).text.length).toBeLessThanOrEqual(
      PROMPT_LIMIT,
    );
  });
});

describe('TOPICS', () => {
  it('has about sixty topics of eight subjects, all different', () => {
    expect(TOPICS.length).toBeGreaterThanOrEqual(60);
    expect(new Set(TOPICS.map((topic) => topic.id)).size).toBe(TOPICS.length);
    for (const topic of TOPICS) expect(new Set(topic.subjects).size, topic.id).toBe(8);
  });
});
