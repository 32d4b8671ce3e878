import { describe, expect, it } from 'vitest';
import { FrameCounter, framesOf } from '../../../../electron/engine/analysis/templates/frames.ts';

const frameOf = (text: string) => framesOf(text).edges;

describe('edges', () => {
  it('keeps what sentences begin and end with, numbers masked', () => {
    expect(frameOf('Work out tides for a dairy, with 12 cases. Add a proof!').text).toBe(
      'work out … # cases / add a proof',
    );
    expect(frameOf('Work out tides for a dairy, with 12 cases. Add a proof!').words).toBe(7);
  });

  it('is equal for equal frames alone', () => {
    const one = frameOf('Work out tides for a dairy, with 12 cases.');
    expect(frameOf('Work out the pH of rain for a vineyard, with 7 cases.').hash).toBe(one.hash);
    expect(frameOf('Work out the pH of rain for a vineyard, with 7 sketches.').hash).not.toBe(one.hash);
  });
});

it('openings keep how sentences begin', () => {
  expect(framesOf('How would you approach tides at a dairy? Assume expert knowledge.').openings.text).toBe(
    'how would you … / assume expert knowledge',
  );
});

describe('FrameCounter', () => {
  const FORMS = ['a short proof', 'a rough sketch', 'a full table', 'one more example', 'two more cases'];
  const prompt = (subject: number, form: string) =>
    `Work out subject ${'abcdefghijklmnop'[subject]} for the dairy, with 12 cases. Include ${form}.`;

  function counted(forms: readonly string[]): FrameCounter {
    const counter = new FrameCounter();
    for (const form of forms) for (let i = 0; i < 12; i++) counter.add(frameOf(prompt(i, form)));
    counter.settle();
    return counter;
  }

  it('knows frames of ten texts and more', () => {
    const counter = counted(['a short proof']);
    expect(counter.settled(frameOf(prompt(3, 'a short proof')).hash)?.text).toBe(
      'work out … # cases / include a short proof',
    );
    expect(counter.settled(frameOf(prompt(3, 'a rough sketch')).hash)).toBeUndefined();
  });

  it('joins frames that differ in one sentence, from four on', () => {
    const joined = counted(FORMS);
    const texts = new Set(FORMS.map((form) => joined.settled(frameOf(prompt(0, form)).hash)?.text));
    expect(texts).toEqual(new Set(['work out … # cases / include …']));
    const apart = counted(FORMS.slice(0, 3));
    expect(
      new Set(FORMS.slice(0, 3).map((form) => apart.settled(frameOf(prompt(0, form)).hash)?.hash)).size,
    ).toBe(3);
  });

  it('gives the same whatever the order of texts', () => {
    const there = counted(FORMS);
    const back = counted([...FORMS].reverse());
    for (const form of FORMS)
      expect(back.settled(frameOf(prompt(1, form)).hash)).toEqual(
        there.settled(frameOf(prompt(1, form)).hash),
      );
  });
});
