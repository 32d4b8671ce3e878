import type { Rng } from '../rng.ts';
import { clip } from './prompts.ts';
import type { Prompt } from './sample-types.ts';
import type { Topic } from './topics.ts';

/** One item of a worked-through list: what a template's slots are filled with. */
export interface Item {
  readonly topic: Topic;
  readonly subject: string;
  readonly setting: string;
  readonly level: string;
  readonly form: string;
  readonly number: number;
}

const SETTINGS = [
  'a hospital pharmacy',
  'a container port',
  'a primary school',
  'a regional airline',
  'a dairy',
  'a printing works',
  'a city archive',
  'a ski lift',
  'a vineyard',
  'a call centre',
  'an observatory',
  'a tram depot',
  'a bakery chain',
  'a wind park',
  'a language school',
  'a furniture maker',
  'a marine laboratory',
  'a football club',
  'a data centre',
  'a flower market',
  'a rescue service',
  'a paper mill',
  'a theatre',
];
const LEVELS = ['introductory', 'intermediate', 'advanced', 'expert', 'research'];
const FORMS = [
  'one worked example',
  'two contrasting cases',
  'a counterexample',
  'a table of steps',
  'a short proof',
  'a check of the units',
  'an edge case',
  'a common mistake',
  'a harder variant',
  'an estimate first',
  'a verification at the end',
];
const NUMBERS = 60;

/**
 * A list of items that does not repeat before it is used up: item k is the k-th of a fixed permutation of all
 * combinations, so nothing needs to be remembered.
 */
export class Deck {
  private readonly topics: readonly Topic[];
  private readonly size: number;
  private readonly step: number;
  private readonly first: number;
  private dealt = 0;

  constructor(rng: Rng, topics: readonly Topic[]) {
    this.topics = topics;
    this.size = topics.length * 8 * SETTINGS.length * LEVELS.length * FORMS.length * NUMBERS;
    this.first = rng.int(0, this.size - 1);
    let step = Math.floor(this.size * 0.618) + rng.int(0, 5000);
    while (gcd(step, this.size) !== 1) step++;
    this.step = step;
  }

  next(): Item {
    return this.at(this.dealt++);
  }

  /** An item that was dealt before; the first one when none was. */
  again(rng: Rng): Item {
    return this.at(rng.int(0, Math.max(0, this.dealt - 1)));
  }

  /** The k-th item, k from 0; it repeats only past the number of combinations. */
  at(k: number): Item {
    // Both factors stay below 2^53 / size, so the product is exact.
    let code = (this.first + (k % this.size) * this.step) % this.size;
    const take = (n: number): number => {
      const digit = code % n;
      code = Math.floor(code / n);
      return digit;
    };
    const topic = this.topics[take(this.topics.length)]!;
    return {
      topic,
      subject: topic.subjects[take(8)]!,
      setting: SETTINGS[take(SETTINGS.length)]!,
      level: LEVELS[take(LEVELS.length)]!,
      form: FORMS[take(FORMS.length)]!,
      number: take(NUMBERS) + 2,
    };
  }
}

function gcd(one: number, other: number): number {
  return other === 0 ? one : gcd(other, one % other);
}

/**
 * A prompt template: sentences in order, each with its wordings. The first wording is the template; the others
 * are what a paraphrase may use. Slots: {subject} {setting} {level} {form} {number}.
 */
export type Template = readonly (readonly string[])[];

/** The template filled with an item; with probability `paraphraseRate` each sentence takes any wording. */
export function render(rng: Rng, template: Template, item: Item, paraphraseRate = 0): Prompt {
  const reworded = paraphraseRate > 0 && rng.chance(paraphraseRate);
  let text = '';
  for (const wordings of template) text += (text ? ' ' : '') + (reworded ? rng.pick(wordings) : wordings[0]!);
  return { topic: item.topic.id, text: clip(fillSlots(text, item)) };
}

function fillSlots(text: string, item: Item): string {
  return text
    .replaceAll('{subject}', item.subject)
    .replaceAll('{setting}', item.setting)
    .replaceAll('{level}', item.level)
    .replaceAll('{form}', item.form)
    .replaceAll('{number}', String(item.number));
}
