import type { Rng } from '../rng.ts';
import type { Item } from './deck.ts';

const SENTENCES = [
  'We start from {subject}.',
  'At {setting} this means {n} cases.',
  'First take {n} and divide by {m}.',
  'That leaves {m}, so the claim holds.',
  'Wait, {n} was counted twice; it is {m}.',
  'The usual rule gives {n}.',
  'Suppose instead it were {m}.',
  'Then {form} follows.',
  'Checking again: {n} plus {m}.',
  'So the answer is {n}.',
  'It depends on {setting}.',
  'There is no need for more than {n} steps.',
];

/** A made-up answer or line of thought about an item, a few sentences long, to be judged or reworked. */
export function drawAnswer(rng: Rng, item: Item, sentences: number): string {
  return rng
    .sample(SENTENCES, sentences)
    .join(' ')
    .replaceAll('{subject}', item.subject)
    .replaceAll('{setting}', item.setting)
    .replaceAll('{form}', item.form)
    .replaceAll('{n}', () => String(rng.int(2, 99)))
    .replaceAll('{m}', () => String(rng.int(2, 99)));
}
