import { describe, expect, it } from 'vitest';
import { FrameReader, framesOf } from '../../../../electron/engine/analysis/templates/frames.ts';
import { recurringFrames } from '../../../../electron/engine/analysis/templates/recurring-frames.ts';

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

it.each([
  ['', ''],
  ['  …  !?', ''],
  ['Rate 12,5 of 100 ＡＢ for Ünal and ÉMILE now', 'rate # … émile now'],
  // Letters beyond the first 65,536 code points are parts of words, other signs there and halves of them are not.
  ['a𝒳b 🙂 c\ud835d. 𝒳', 'a𝒳b c d / 𝒳'],
  ['答案是什么。写 出 来！x', '答案是什么 / 写 出 来 / x'],
])('reads %j', (text, edges) => {
  expect(frameOf(text).text).toBe(edges);
});

it('tells the hash of a frame without making it', () => {
  const reader = new FrameReader();
  reader.read('One short part.\nHow would you approach 3 tides 😀 at a dairy near Łódź?');
  for (const writer of [reader.edges, reader.openings]) expect(writer.hash()).toBe(writer.frame().hash);
  expect(reader.openings.frame().parts).toEqual(['one short part', 'how would you …']);
});

it('openings keep how sentences begin', () => {
  expect(framesOf('How would you approach tides at a dairy? Assume expert knowledge.').openings.text).toBe(
    'how would you … / assume expert knowledge',
  );
});

describe('recurringFrames', () => {
  const FORMS = ['a short proof', 'a rough sketch', 'a full table', 'one more example', 'two more cases'];
  const prompt = (subject: number, form: string) =>
    `Work out subject ${'abcdefghijklmnop'[subject]} for the dairy, with 12 cases. Include ${form}.`;

  function counted(forms: readonly string[]) {
    const frames = forms.flatMap((form) => Array.from({ length: 12 }, (_, i) => frameOf(prompt(i, form))));
    return recurringFrames(
      Float64Array.from(frames, ({ hash }) => hash),
      (place) => frames[place],
    );
  }

  it('knows frames of ten texts and more', () => {
    const counter = counted(['a short proof']);
    expect(counter.get(frameOf(prompt(3, 'a short proof')).hash)?.text).toBe(
      'work out … # cases / include a short proof',
    );
    expect(counter.get(frameOf(prompt(3, 'a rough sketch')).hash)).toBeUndefined();
  });

  it('joins frames that differ in one sentence, from four on', () => {
    const joined = counted(FORMS);
    const texts = new Set(FORMS.map((form) => joined.get(frameOf(prompt(0, form)).hash)?.text));
    expect(texts).toEqual(new Set(['work out … # cases / include …']));
    const apart = counted(FORMS.slice(0, 3));
    expect(
      new Set(FORMS.slice(0, 3).map((form) => apart.get(frameOf(prompt(0, form)).hash)?.hash)).size,
    ).toBe(3);
  });

  it('gives the same whatever the order of texts', () => {
    const there = counted(FORMS);
    const back = counted([...FORMS].reverse());
    for (const form of FORMS)
      expect(back.get(frameOf(prompt(1, form)).hash)).toEqual(there.get(frameOf(prompt(1, form)).hash));
  });
});
